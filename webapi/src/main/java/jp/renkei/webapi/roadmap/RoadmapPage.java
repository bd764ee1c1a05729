package jp.renkei.webapi.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The roadmap as a page shows it.
 *
 * @param measures every measure's id to its name, for the filter
 * @param slips mean slip and what stands beside it; empty where the release holds none
 * @param chosen id of the measure filtered by, empty for all
 */
public record RoadmapPage(
    SortedMap<String, String> measures,
    String chosen,
    Optional<SlipTable> slips,
    List<MilestoneView> milestones) {}
