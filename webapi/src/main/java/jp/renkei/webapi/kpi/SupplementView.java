package jp.renkei.webapi.kpi;

/** A figure beside a KPI as a page prints it. */
public record SupplementView(String title, String definition, FigureView figure) {}
