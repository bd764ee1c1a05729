package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.webapi.assets.Assets;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;

/** Hands out style sheet, scripts and libraries, to be kept by browsers for a year. */
public final class AssetHandler implements Handler {
  private final Assets assets;
  private final Map<String, StoredAnswer> compressed = new ConcurrentHashMap<>();

  public AssetHandler(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void handle(Context context) {
    String address = context.path();
    var asset = assets.at(address).orElseThrow(() -> new NotShown(NotShown.Kind.NO_PAGE, address));
    var stored =
        compressed.computeIfAbsent(
            address, path -> StoredAnswer.of(Answer.shown(asset.contentType(), asset.body())));
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.header("Vary", "Accept-Encoding");
    context.contentType(asset.contentType());
    if (stored.compressed().isPresent() && AcceptedEncoding.isGzip(context)) {
      context.header("Content-Encoding", "gzip").result(stored.compressed().orElseThrow());
    } else {
      context.result(asset.body());
    }
  }
}
