package jp.renkei.webapi.comments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.FigureView;

/**
 * What {@code /figures} says.
 *
 * @param releaseId of the release that the figures are of
 * @param isDraft whether nobody outside has seen it
 * @param saved key of what became of the form just sent, empty without
 * @param writing anchor of the figure whose form is open, empty without; a large issuer has
 *     hundreds of figures, and a form for each would make the page four times as long
 * @param unsaved what the open form holds in place of the comment that stands, since it could not
 *     be saved; empty without
 */
public record FiguresPage(
    int releaseId,
    boolean isDraft,
    List<Company> companies,
    String saved,
    String writing,
    String unsaved,
    String token) {
  public FiguresPage {
    companies = List.copyOf(companies);
  }

  public boolean isWriting(Said said) {
    return said.anchor().equals(writing);
  }

  /** What the open form of a figure holds. */
  public String draft(Said said) {
    return unsaved.isEmpty() ? said.text() : unsaved;
  }

  /** Whether what could not be saved has no figure any more whose form could hold it. */
  public boolean isUnsavedAlone() {
    return !unsaved.isEmpty()
        && companies.stream()
            .flatMap(company -> company.kpis().stream())
            .noneMatch(kpi -> isWritingIn(kpi.periods()));
  }

  /** Whether the open form is of one of these periods. */
  public boolean isWritingIn(List<Period> periods) {
    return periods.stream()
        .anyMatch(
            period ->
                isWriting(period.said())
                    || period.lines().stream().map(Line::said).anyMatch(this::isWriting));
  }

  /** The address of the page with the form of this figure open. */
  public String writeAt(Frame frame, Said said) {
    return frame.href("/figures", Map.of("figure", said.anchor())) + "#" + said.anchor();
  }

  /**
   * One of the companies that the user answers for.
   *
   * @param lacking key of what is said where the release has no file of it, empty where it has
   */
  public record Company(String respondentId, String name, String lacking, List<Kpi> kpis) {
    public Company {
      kpis = List.copyOf(kpis);
    }

    /** What it says of its figures, in the order of the page. */
    public List<Entry> entries() {
      var entries = new ArrayList<Entry>();
      for (var kpi : kpis) {
        for (var period : kpi.periods()) {
          String title = kpi.title() + " " + period.title();
          if (!period.said().isEmpty()) {
            entries.add(new Entry(title, period.said().anchor()));
          }
          period.lines().stream()
              .filter(line -> !line.said().isEmpty())
              .forEach(
                  line -> entries.add(new Entry(title + " " + line.title(), line.said().anchor())));
        }
      }
      return entries;
    }
  }

  /** A figure with a comment, and its place within the page. */
  public record Entry(String title, String anchor) {}

  /** One KPI with its definition; the newest period stands first. */
  public record Kpi(String id, String title, String definition, List<Period> periods) {
    public Kpi {
      periods = List.copyOf(periods);
    }

    public Period newest() {
      return periods.get(0);
    }

    public List<Period> older() {
      return periods.subList(1, periods.size());
    }
  }

  /**
   * The figures of a KPI in one period.
   *
   * @param said of all that have no comment of their own
   */
  public record Period(String title, Said said, List<Line> lines) {
    public Period {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One figure: of a slice, or of the pair with a counterparty.
   *
   * @param said by the company itself
   * @param ofOtherSide what the counterparty says of it
   */
  public record Line(
      String slice,
      String counterparty,
      FigureView figure,
      Said said,
      List<CommentView> ofOtherSide) {
    public Line {
      ofOtherSide = List.copyOf(ofOtherSide);
    }

    /** What tells it from the other figures of its period. */
    public String title() {
      return counterparty.isEmpty() ? slice : slice + " × " + counterparty;
    }
  }

  /**
   * The comment that stands at one place.
   *
   * @param text empty without
   * @param statedOn when it was stated, empty without
   */
  public record Said(FigureKey key, String text, String statedOn) {
    public boolean isEmpty() {
      return text.isEmpty();
    }

    /** Of the place within the page. */
    public String anchor() {
      return key.anchor();
    }

    /** The fields of a form that say which figure it is. */
    public Map<String, String> fields() {
      var fields = new LinkedHashMap<String, String>();
      fields.put("respondent", key.respondentId());
      fields.put("kpi", key.kpiId());
      fields.put("period", key.period());
      fields.put("level", key.level());
      fields.put("counterparty", key.counterpartyId());
      fields.put("slice", key.slice());
      fields.put("slice_value", key.sliceValue());
      fields.put("basis", key.basis());
      fields.put("version", key.version());
      // A page has hundreds of figures; what is not sent is read as empty.
      fields.values().removeIf(String::isEmpty);
      return fields;
    }
  }
}
