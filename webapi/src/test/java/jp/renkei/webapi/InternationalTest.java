package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 国際比較: registers of other countries beside Japan's figure, gaps open, hostile names harmless. */
class InternationalTest {
  private static final String HOSTILE = "=HYPERLINK(\"http://x\")<script>alert(1)</script>";

  @TempDir private static Path folder;
  private static RunningServer open;
  private static RunningServer without;

  @BeforeAll
  static void serve() {
    var with =
        new SampleWarehouse(folder.resolve("with"))
            .release(1, InternationalTest::register)
            .publish(1, "第2回検討会");
    open = new RunningServer(with.store(), Audience.PUBLIC);
    var old =
        new SampleWarehouse(folder.resolve("without"))
            .release(1, queries -> queries.execute("drop table gold.foreign_register_month"))
            .publish(1, "第1回検討会");
    without = new RunningServer(old.store(), Audience.PUBLIC);
  }

  private static void register(DSLContext queries) {
    queries.execute(
        """
        insert into silver.foreign_register
        values ('xa_elm', 'XA', 'エルム（架空の国）', 'Elm (fictitious)', '架空登録簿', 'Register of Elm', '銀行のブランド', 'Brands of banks',
                '架空庁', 'Elm Office', 'https://example.org/r', '架空データ', true)""");
    queries.execute(
        """
        insert into gold.foreign_register_month (register_id, month, is_gap, snapshot_on, earlier_snapshot_on,
          months_since_earlier, brands, entities, entities_with_several_brands, brands_without_entity, new_brands,
          gone_brands, continuing_brands, rekeyed_brands, ambiguous_brands, is_rekeying, is_drop_flagged)
        values ('xa_elm', '2025-01-01', false, '2025-01-31', null, null, 1234, 9, 1, 2, null, null, null, null, null, null, null),
               ('xa_elm', '2025-02-01', true, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
               ('xa_elm', '2025-03-01', false, '2025-03-31', '2025-01-31', 2, 4, 3, 1, 1, 1, 1231, 0, 3, 1, true, true)""");
    queries.execute(
        "insert into silver.foreign_brand_link values ('xa_elm', '2025-03-31', '2025-01-31', '1', null, ?, null, 'E', null, 'AMBIGUOUS', 'a, b', true, 1)",
        HOSTILE);
    queries.execute(
        """
        insert into silver.foreign_brand_link values
          ('xa_elm', '2025-03-31', '2025-01-31', '2', 'c', 'Ash', 'Ash', 'E', 'F', 'NAME_AND_ENTITY_GROUP', null, true, 1)""");
  }

  @AfterAll
  static void stop() {
    open.close();
    without.close();
  }

  @Test
  void standsInTheMenuAndSaysWhyNothingIsRanked() {
    assertThat(open.get("/").body()).contains("href=\"/international\"", "国際比較");
    assertThat(open.get("/international").body())
        .contains("並べて示すだけとし、一つの線や順位にはしません", "値の大小から進み具合を比べることはできません");
  }

  @Test
  void showsJapanAndTheRegisterAsLinesOfTheirOwn() {
    String page = open.get("/international").body();
    String table = page.substring(page.indexOf("id=\"beside\""));
    table = table.substring(0, table.indexOf("</table>"));
    assertThat(table)
        .containsSubsequence(
            "日本",
            "54.5%",
            "6 / 11",
            "エルム（架空の国）",
            "ブランド：銀行のブランド",
            "<td class=\"number\">4</td>",
            "法人：",
            "2025年3月31日");
    assertThat(page).contains("架空庁", "https://example.org/r", "利用条件");
  }

  @Test
  void leavesAMissingMonthOpen() {
    String page = open.get("/international").body();
    String row = page.substring(page.indexOf("<th scope=\"row\" class=\"nowrap\">2025年2月"));
    row = row.substring(0, row.indexOf("</tr>"));
    assertThat(row).contains("欠測").doesNotContainPattern("<td class=\"number\">\\d");
    assertThat(page).contains("2か月分の増減", "番号の付替え", "急減（要確認）", "1か月（補間しない）");
    assertThat(open.get("/charts/foreign_size_xa_elm.csv").body())
        .contains("2025年1月,1234,9,2", "2025年2月,,,", "2025年3月,4,3,1");
    assertThat(open.get("/charts/foreign_size_xa_elm").body()).contains("/international#how");
    for (String ending : new String[] {"svg", "png", "json", "xlsx"}) {
      assertThat(open.get("/charts/foreign_changes_xa_elm." + ending).statusCode()).isEqualTo(200);
    }
    assertThat(open.get("/charts/foreign_size_xx").statusCode()).isEqualTo(404);
  }

  @Test
  void listsWhatCouldNotBeMatchedAsPlainText() {
    String page = open.get("/international").body();
    assertThat(page)
        .contains("未確定（候補を確かめられない）", "a, b", "名称と法人のまとまりが一致")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void speaksEnglish() {
    assertThat(open.get("/international?lang=en").body())
        .contains(
            "International comparison",
            "Elm (fictitious)",
            "Brands: Brands of banks",
            "2025-03-31",
            "Change over 2 months",
            "Not certain");
  }

  @Test
  void workbookHasTheSheetWithoutFormulas() throws IOException {
    byte[] file = open.bytes("/downloads/renkei.xlsx").body();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var texts = new StringBuilder();
      for (var row : workbook.getSheet("国際比較")) {
        for (var cell : row) {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          texts.append(cell).append('|');
        }
      }
      assertThat(texts).contains("エルム（架空の国）", HOSTILE, "1234.0", "欠測", "架空庁　https://example.org/r");
    }
  }

  @Test
  void saysSoWhereNoRegisterWasTakenInOrTheReleaseIsOlder() {
    var answer = without.get("/international");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("海外の登録簿は取り込まれていません");
    assertThat(without.get("/downloads/renkei.xlsx").statusCode()).isEqualTo(200);
  }
}
