package jp.renkei.jobs.gateway;

import java.nio.file.Path;
import java.util.Collection;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.SourceId;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * Takes the rows of logs out of the tables again: of those that lie in landing and are refused
 * there, so that the tables hold what would be made of this landing anew. Rows of logs that landing
 * no longer holds stay.
 */
final class Withdrawals {
  /** The context of a source without rows; contexts of readings have more digits. */
  private static final String WITHDRAWN = "0";

  private final Path warehouse;

  Withdrawals(Path warehouse) {
    this.warehouse = warehouse;
  }

  static boolean isWithdrawn(SourceId source) {
    return source.context().equals(WITHDRAWN);
  }

  /** Takes out all rows. */
  void ofAll(Collection<String> sha256s) {
    // Accesses go first: a log counts as taken while its accesses stand, so that one whose
    // withdrawal was cut short is read anew when it is right again.
    of(sha256s, GatewayFile.ACCESS, GatewayFile.FILES, GatewayFile.REJECTED, GatewayFile.DAMAGED);
  }

  /** Takes out the rows that were made for some purposes; what has none there costs nothing. */
  void of(Collection<String> sha256s, String... purposes) {
    if (sha256s.isEmpty()) {
      return;
    }
    for (String purpose : purposes) {
      String table = purpose.equals(GatewayFile.DAMAGED) ? GatewayFile.REJECTED : purpose;
      var committed = CommittedSources.of(folder(table));
      var commit = SourceCommit.to(folder(table), TableCatalog.builtIn().table(table));
      sha256s.stream()
          .flatMap(sha256 -> committed.taken(purpose, sha256).stream())
          .filter(source -> !isWithdrawn(source))
          .map(source -> new SourceId(purpose, source.sha256(), WITHDRAWN))
          .forEach(commit::add);
      commit.commit();
    }
  }

  private Path folder(String table) {
    return TableFolder.of(warehouse, TableName.of(table));
  }
}
