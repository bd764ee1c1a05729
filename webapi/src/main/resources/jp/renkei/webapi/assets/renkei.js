// Starts a chart in every place that holds one; without script the picture below it stays.
(() => {
  "use strict";
  const charts = [];
  const percent = (value) => (value === null || value === undefined || value === "-" || Number.isNaN(value)
    ? "－" : (Number(value) * 100).toFixed(1) + " %");
  const grouped = (value) => (value === null || value === undefined || value === "-" || Number.isNaN(value)
    ? "－" : Number(value).toLocaleString("ja-JP"));

  const start = (place) => {
    const source = document.getElementById(place.dataset.option);
    if (!source || !window.echarts || place.dataset.started) {
      return;
    }
    place.dataset.started = "yes";
    place.replaceChildren();
    const option = JSON.parse(source.textContent);
    // Drawn on the canvas, because the page's security policy forbids inline styles.
    option.tooltip = Object.assign({ trigger: "axis" }, option.tooltip, {
      renderMode: "richText",
      confine: true,
      valueFormatter: place.dataset.unit === "ratio" ? percent : grouped,
    });
    option.animation = false;
    const axes = [].concat(option.xAxis || [], option.yAxis || []);
    for (const axis of axes) {
      if (axis.type === "value" && place.dataset.unit === "ratio") {
        axis.axisLabel = Object.assign({}, axis.axisLabel, {
          formatter: (value) => Math.round(value * 100) + " %",
        });
      }
    }
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    chart.setOption(option);
    charts.push(chart);
  };

  const startAll = () => document.querySelectorAll("[data-option]").forEach(start);
  document.addEventListener("DOMContentLoaded", startAll);
  document.addEventListener("htmx:afterSwap", startAll);
  window.addEventListener("resize", () => charts.forEach((chart) => chart.resize()));
})();
