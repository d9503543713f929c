// What the manifest says of deliveries, what goes back, and what it all costs.
#include <fnmatch.h>

#include <algorithm>

#include "sdk/conformance/checks.hpp"
#include "sdk/conformance/keys.hpp"
#include "sdk/wire/code.hpp"
#include "sdk/wire/file_suffix.hpp"
#include "sdk/wire/sanitized.hpp"
#include "tsunagu/adapter.h"

namespace tsunagu::conformance {
namespace {

/// Keys of the removals among them.
Keys removals(const Decoded& decoded) {
  Keys found;
  for (const auto& key : keys_of(decoded)) {
    if (key.first == "removal") found.insert(key);
  }
  return found;
}

/// What is not in a delivery is the hub's to judge, and only of a full one.
void judge_absence(Bench& bench, const Sample& sample, Faults& faults) {
  const Sheet sheet = bench.sheet_of(sample);
  const auto guest = bench.start(sample.settings);
  const Decoded& whole = bench.whole(sample);
  static_cast<void>(guest->decode(offer_of(sample, sample.bytes)));
  for (std::size_t row = sheet.first_data(); row < std::min(sheet.size(), sheet.first_data() + 8);
       ++row) {
    const Decoded less = guest->decode(offer_of(sample, sheet.without(row)));
    if (within(removals(less), removals(whole))) continue;
    faults.add(name_of(sample), {"行がないだけで、取消しの記録が出ます",
                                 "a row that is merely absent gives a removal"});
  }
}

void judge_name(const Sample& sample, const wire::Feed& feed, Faults& faults) {
  const bool usual =
      std::any_of(feed.files.begin(), feed.files.end(), [&](const std::string& glob) {
        return ::fnmatch(glob.c_str(), sample.name.c_str(), 0) == 0;
      });
  if (usual || feed.files.empty()) return;
  faults.add(name_of(sample), {"名が、マニフェストの files のどれにも合いません: " + sample.name,
                               "its name is none of the manifest's `files`: " + sample.name});
}

void judge_order(Bench& bench, const Sample& sample, const wire::Feed& feed, Faults& faults) {
  const bool given = !bench.whole(sample).order_key.empty();
  if (feed.order == wire::Order::content && !given) {
    faults.add(name_of(sample), {"order: content なのに、順序の鍵が出ません",
                                 "says order: content, and gives no order key"});
  }
  if (feed.order != wire::Order::content && given) {
    faults.add(name_of(sample), {"order: content ではないのに、順序の鍵が出ます",
                                 "gives an order key without saying order: content"});
  }
}

void judge_answer(Guest& guest, const PushSample& message, Faults& faults) {
  const Words where = same("push " + message.kind);
  const Pushed pushed = guest.push(message.kind, message.json);
  if (pushed.status != TSUNAGU_OK) {
    faults.add(where, Words{"書き出せません: ", "is not written: "} +
                          same(pushed.refusal ? pushed.refusal->code : "?"));
  } else if (pushed.suffixes.empty()) {
    faults.add(where, {"ファイルが出ません", "gives no file"});
  }
  for (const std::string& suffix : pushed.suffixes) {
    if (!wire::is_file_suffix(suffix))
      faults.add(where, {"許されないファイル名です", "a file name that is not allowed"});
  }
}

void judge_refusal(Guest& guest, const std::string& kind, const std::string& json, Faults& faults) {
  const Pushed pushed = guest.push(kind, json);
  if (pushed.status == TSUNAGU_UNSUPPORTED) return;
  if (pushed.status == TSUNAGU_REFUSED && pushed.refusal && !pushed.refusal->reason.empty()) return;
  faults.add(
      same("push " + kind + " " + json.substr(0, 20)),
      {"使えない内容を、理由を示して断りません", "what it can't use is not refused with a reason"});
}

}  // namespace

Finding deliveries_are_as_declared(Bench& bench) {
  Faults faults;
  for (const Sample& sample : bench.samples()) {
    const wire::Feed* feed = bench.feed_of(sample);
    if (feed == nullptr) continue;
    judge_name(sample, *feed, faults);
    judge_order(bench, sample, *feed, faults);
    judge_absence(bench, sample, faults);
  }
  return faults.finding();
}

Finding pushes(Bench& bench) {
  const auto& kinds = bench.manifest().pushes;
  if (kinds.empty()) {
    return {Verdict::idle, {"何も書き出さないと宣言", "the manifest names nothing to push"}};
  }
  Faults faults;
  const auto guest = bench.start(bench.samples().front().settings);
  for (const PushSample& message : bench.plan().pushes)
    judge_answer(*guest, message, faults);
  if (bench.plan().pushes.empty()) {
    faults.add(same("push"), {"計画に見本がありません", "the plan has no message to push"});
  }
  for (const std::string& kind : kinds) {
    judge_refusal(*guest, kind, "{}", faults);
    judge_refusal(*guest, kind, "not json", faults);
  }
  judge_refusal(*guest, "no_such_kind", "{}", faults);
  return faults.finding();
}

Finding tells_how_it_is(Bench& bench) {
  Faults faults;
  const Sample& sample = bench.samples().front();
  const auto guest = bench.start(sample.settings);
  for (const Words& when :
       {Words{"はじめに", "at its start"}, Words{"1件読んだあとに", "after a delivery"}}) {
    const Health told = guest->health();
    if (told.status == TSUNAGU_UNSUPPORTED)
      return {Verdict::idle, {"調子は述べない", "has nothing to say"}};
    if (told.status != TSUNAGU_OK) faults.add(when, {"答えられません", "can't answer"});
    for (const wire::HealthLine& line : told.lines) {
      if (!wire::is_code(line.code))
        faults.add(when,
                   {"コードが小文字の英数字と _ ではありません", "a code is not in snake_case"});
      if (line.text.empty()) faults.add(when, {"説明がありません", "a line says nothing in words"});
    }
    static_cast<void>(guest->decode(offer_of(sample, sample.bytes)));
  }
  return faults.finding();
}

Finding stays_in_bounds(Bench& bench) {
  Faults faults;
  const Bounds& bounds = bench.plan().bounds;
  for (const Sample& sample : bench.samples()) {
    const auto guest = bench.start(sample.settings);
    const std::uint64_t idle = guest->memory();
    const std::string bytes = bench.sheet_of(sample).longer(bounds.long_delivery_bytes);
    const Decoded decoded = guest->decode(offer_of(sample, bytes));
    const std::uint64_t most = guest->most_memory();
    if (decoded.bytes_read < bytes.size() / 2) {
      faults.add(name_of(sample), {"長いファイルを、読み終える前にやめます",
                                   "gives up on a long delivery before its half"});
    }
    const std::uint64_t more = most > idle ? (most - idle) >> 20U : 0;
    if (!wire::sanitized && more > bounds.memory_bytes >> 20U) {
      const std::string mebibytes = std::to_string(more);
      faults.add(name_of(sample), {"長いファイルで " + mebibytes + " MiB 使います",
                                   "a long delivery takes " + mebibytes + " MiB"});
    }
    if (decoded.took > std::chrono::seconds(bounds.seconds)) {
      faults.add(name_of(sample),
                 {"長いファイルに時間がかかりすぎます", "a long delivery takes too long"});
    }
  }
  return faults.finding();
}

}  // namespace tsunagu::conformance
