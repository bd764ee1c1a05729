package jp.renkei.webapi.roadmap;

import jp.renkei.reports.figure.Milestones;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;

/** 工程表: {@code /roadmap}, filtered by {@code ?measure=}. */
public final class RoadmapPages {
  private final Templates templates;

  public RoadmapPages(Templates templates) {
    this.templates = templates;
  }

  public Answer roadmap(PageRequest request) {
    var all = request.reader().read(queries -> MilestoneViews.all(request, queries));
    var measures = Milestones.measures(all.stream().map(MilestoneView::milestone).toList());
    String chosen = request.parameter("measure").orElse("");
    if (!chosen.isEmpty() && !measures.containsKey(chosen)) {
      throw new NotShown(NotShown.Kind.WRONG_PARAMETER, "measure=" + chosen);
    }
    var shown =
        all.stream()
            .filter(one -> chosen.isEmpty() || one.milestone().measureId().equals(chosen))
            .toList();
    var slips = request.reader().read(queries -> SlipTable.read(request, queries, measures));
    return Answer.html(
        templates.render(
            "roadmap", request.frame(), new RoadmapPage(measures, chosen, slips, shown)));
  }
}
