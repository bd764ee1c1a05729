// Starts a chart in every place that holds one; without script the picture in that place stays.
(() => {
  "use strict";
  const charts = [];

  // On a telephone: even steps that have room, and every period in two lines where they fit.
  const narrow = (axis, names, width) => {
    axis.axisLabel.fontSize = 11;
    if (axis.type === "category" && axis !== names) {
      axis.axisLabel.formatter = (period) => period.replace("年", "年\n");
      axis.nameGap += 16;
      if (axis.data.length * 60 <= width) {
        axis.axisLabel.interval = 0;
      }
    } else if (axis.max === 100) {
      axis.interval = names ? 50 : 20;
    } else {
      axis.splitNumber = 3;
    }
  };

  const start = (place) => {
    const source = document.getElementById(place.dataset.option);
    if (!source || !window.echarts || place.dataset.started) {
      return;
    }
    place.dataset.started = "yes";
    place.replaceChildren();
    const option = JSON.parse(source.textContent);
    const names = [].concat(option.yAxis || []).find((axis) => axis.type === "category");
    if (names) {
      // Every name is to be read: a line of its own for each bar.
      place.style.height = `${Math.max(280, names.data.length * 22 + 90)}px`;
      names.axisLabel = Object.assign({}, names.axisLabel, { interval: 0 });
    }
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    // The page prints the title above the chart, where it wraps on a narrow screen.
    option.title = { show: false };
    const hasLegend = option.legend && option.legend.show;
    option.legend = Object.assign({}, option.legend, { top: 0, type: "scroll" });
    option.grid = Object.assign({}, option.grid, {
      top: hasLegend ? 64 : 36,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    });
    for (const axis of [].concat(option.xAxis || [], option.yAxis || [])) {
      axis.axisLabel = Object.assign({}, axis.axisLabel, { hideOverlap: axis !== names });
      if (place.clientWidth < 420) {
        narrow(axis, names, place.clientWidth);
      }
    }
    chart.setOption(option);
    charts.push(chart);
  };

  const startAll = () => document.querySelectorAll("[data-option]").forEach(start);
  document.addEventListener("DOMContentLoaded", startAll);
  document.addEventListener("htmx:afterSwap", startAll);
  window.addEventListener("resize", () => charts.forEach((chart) => chart.resize()));
})();
