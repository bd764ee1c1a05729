package jp.renkei.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.renkei.jobs.Summarizing;
import jp.renkei.jobs.run.Sessions;
import jp.renkei.jobs.summary.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "summarize",
    mixinStandardHelpOptions = true,
    description = "Counts an issuer's raw logs at its own site and writes a signed summary.",
    footer = {
      "",
      "The summary holds counts only: no line, no user, no address (docs/issuer-summary.md). It goes to",
      "landing/summaries/<issuer>/ of the secretariat, which knows the public key from",
      "register/issuer_keys.csv.",
      "Exit codes: 0 written; 2 nothing could be written (with --strict: or any log was refused);",
      "64 wrong usage; 1 a fault of ours.",
      "",
      "Example: ./renkei summarize --new-key issuer.pem",
      "         ./renkei summarize --issuer ISS001 --logs logs --register register --month 2026-01 \\",
      "             --key issuer.pem --out summaries"
    })
final class SummarizeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--new-key",
      paramLabel = "FILE",
      description =
          "Make a pair of keys, write the private one, tell the public one; nothing else.")
  Path newKey;

  @Option(names = "--issuer", paramLabel = "ID", description = "The issuer's id.")
  String issuer;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description = "A folder for each feed with its feed.yaml and its logs, all that there are.")
  Path logs;

  @Option(
      names = "--register",
      paramLabel = "DIR",
      description = "client_aliases.csv and agent_networks.csv as the secretariat has them.")
  Path register;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      split = ",",
      description = "Month in Japan; several, parted by commas, make a summary each.")
  List<String> months = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The issuer's private Ed25519 key (PKCS#8, PEM).")
  Path key;

  @Option(names = "--out", paramLabel = "DIR", description = "Where <issuer>_<month>.zip goes.")
  Path out;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Where to count; needs room as the logs do, and is left as it was.")
  Path work = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(names = "--strict", description = "End with 2 when any log was refused.")
  boolean strict;

  @Option(names = "--json", description = "Tell the outcome as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (newKey != null) {
      String publicKey = SigningKey.make(newKey).base64();
      if (json) {
        out.println(Json.write(Map.of("public_key", publicKey)));
      } else {
        out.printf(
            "秘密鍵を %s に書きました。カード会社の外に出さないでください。%n公開鍵（事務局に伝え、register/issuer_keys.csv に載せます）：%n%s%n",
            newKey, publicKey);
      }
      return 0;
    }
    var request = request();
    PrintWriter err = spec.commandLine().getErr();
    try (var spark = Sessions.open("local[*]")) {
      var outcome =
          Summarizing.run(
              spark,
              request,
              Clock.systemUTC(),
              message -> {
                err.println(message);
                err.flush();
              });
      if (json) {
        out.println(Json.write(asMap(outcome)));
      } else {
        print(outcome, out);
      }
      return strict && !outcome.refused().isEmpty() ? Main.DATA_PROBLEMS : 0;
    }
  }

  private Summarizing.Request request() {
    var needed = new LinkedHashMap<String, Object>();
    needed.put("--issuer", issuer);
    needed.put("--logs", logs);
    needed.put("--register", register);
    needed.put("--month", months.isEmpty() ? null : months);
    needed.put("--key", key);
    needed.put("--out", this.out);
    var missing =
        needed.entrySet().stream()
            .filter(option -> option.getValue() == null)
            .map(Map.Entry::getKey)
            .toList();
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required options: " + String.join(", ", missing));
    }
    if (!issuer.matches("[^/\\\\\\p{Cntrl}]+") || issuer.startsWith(".")) {
      throw new ParameterException(
          spec.commandLine(), "--issuer: found '" + issuer + "', expected an id like ISS001.");
    }
    return new Summarizing.Request(
        issuer,
        logs,
        register,
        months.stream().map(this::month).distinct().toList(),
        SigningKey.read(key),
        this.out,
        work);
  }

  private YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), "--month: found '" + text + "', expected YYYY-MM like 2026-01.", e);
    }
  }

  private static void print(Summarizing.Outcome outcome, PrintWriter out) {
    outcome.registerProblems().forEach(problem -> out.println("登録簿 " + problem.japanese()));
    outcome.refused().forEach(problem -> out.println("集計外 " + problem));
    out.printf(
        "ログ %,d ファイル、%,d 行（受理 %,d、不受理 %,d、重複 %,d）%n",
        outcome.logFiles(),
        outcome.lines(),
        outcome.accepted(),
        outcome.rejected(),
        outcome.duplicates());
    if (outcome.isKeyKnown().filter(isKnown -> !isKnown).isPresent()) {
      out.println("注意：この鍵の公開鍵は issuer_keys.csv にありません。登録されるまで、集計は受理されません。");
    }
    outcome.files().forEach(file -> out.println("集計 " + file));
  }

  private static Object asMap(Summarizing.Outcome outcome) {
    var map = new LinkedHashMap<String, Object>();
    map.put("summaries", outcome.files().stream().map(Path::toString).toList());
    map.put("log_files", outcome.logFiles());
    map.put("lines", outcome.lines());
    map.put("accepted", outcome.accepted());
    map.put("rejected", outcome.rejected());
    map.put("duplicates", outcome.duplicates());
    map.put(
        "refused",
        outcome.refused().stream()
            .map(
                problem -> {
                  var entry = new LinkedHashMap<String, Object>();
                  entry.put("file", problem.path());
                  entry.put("reason", problem.code().name());
                  entry.put("found", problem.found());
                  entry.put("expected", problem.expected());
                  entry.put("remedy", problem.remedy());
                  return entry;
                })
            .toList());
    map.put(
        "register_problems",
        outcome.registerProblems().stream().map(problem -> problem.english()).toList());
    map.put("is_key_known", outcome.isKeyKnown().orElse(null));
    return map;
  }
}
