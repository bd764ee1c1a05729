package jp.renkei.webapi;

import java.nio.file.Path;
import jp.renkei.webapi.fixture.SampleWarehouse;

/** Writes the fictitious warehouse of the tests into a folder, to be served and looked at. */
final class ServeFixture {
  private ServeFixture() {}

  public static void main(String[] arguments) {
    new SampleWarehouse(Path.of(arguments[0])).release(1).publish(1, "第2回検討会").release(2);
  }
}
