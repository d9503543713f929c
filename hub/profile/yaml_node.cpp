#include "hub/profile/yaml_node.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "hub/base/limits.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::profile {
namespace {

constexpr std::size_t deepest = 32;

/// Builds the tree out of the parser's events. A container stays on the stack until it ends; in a
/// map, keys and values come in turn.
class Builder final : public YAML::EventHandler {
 public:
  Builder(const std::string& file, std::string_view text, Problems& problems)
      : file_(file), text_(text), problems_(problems) {}

  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    Node nothing = leaf(mark, Node::Kind::null, {});
    nothing.at = place_of_nothing(mark);
    put(std::move(nothing));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    problems_.add(place(mark), "alias",
                  {"別名(*)は使えません。値をそのまま書いてください。",
                   "aliases (*) are not used here; write the value out"});
    put(leaf(mark, Node::Kind::null, {}));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    put(leaf(mark, Node::Kind::scalar, value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::list);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::map);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    bool has_key = false;
    std::string key;
    Place key_at;
  };

  [[nodiscard]] Place place(const YAML::Mark& mark) const {
    return {file_, mark.line + 1, mark.column + 1};
  }

  /// The parser tells where it went on: what was left out belongs to its key, or to its dash.
  [[nodiscard]] Place place_of_nothing(const YAML::Mark& mark) const {
    if (stack_.empty()) return place(mark);
    if (stack_.back().has_key) return stack_.back().key_at;
    std::string_view before = text_.substr(0, offset_of(mark));
    int line = mark.line + 1;
    while (true) {
      const std::size_t begin = before.rfind('\n') + 1;  // 0 in the first line
      const std::string_view words = without_comment(before.substr(begin));
      if (words.ends_with('-')) return {file_, line, static_cast<int>(words.size())};
      if (begin == 0 || !words.empty()) return place(mark);
      before = before.substr(0, begin - 1);
      --line;
    }
  }

  /// Lines and columns count bytes; the parser's own position leaves a BOM out.
  [[nodiscard]] std::size_t offset_of(const YAML::Mark& mark) const {
    std::size_t at = 0;
    for (int line = 0; line < mark.line && at < text_.size(); ++line)
      at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
    return std::min(at + static_cast<std::size_t>(mark.column), text_.size());
  }

  static std::string_view without_comment(std::string_view line) {
    if (line.starts_with('#')) return {};
    line = line.substr(0, std::min(line.find(" #"), line.size()));
    const auto last = line.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
  }

  [[nodiscard]] Node leaf(const YAML::Mark& mark, Node::Kind kind, std::string text) const {
    Node node;
    node.kind = kind;
    node.text = std::move(text);
    node.at = place(mark);
    return node;
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    problems_.add(place(mark), "anchor",
                  {"アンカー(&)は使えません。", "anchors (&) are not used here"});
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "!" || tag == "?") return;
    problems_.add(place(mark), "tag", {"タグ(!)は使えません。", "tags (!) are not used here"});
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            Node::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (stack_.size() >= deepest) throw YAML::ParserException(mark, "nested too deeply");
    Open entry;
    entry.node = leaf(mark, kind, {});
    stack_.push_back(std::move(entry));
  }

  void close() {
    Node done = std::move(stack_.back().node);
    stack_.pop_back();
    put(std::move(done));
  }

  void put(Node node) {
    if (stack_.empty()) {
      root_ = std::move(node);
    } else if (stack_.back().node.kind == Node::Kind::list) {
      stack_.back().node.items.push_back(std::move(node));
    } else {
      put_in_map(stack_.back(), std::move(node));
    }
  }

  void put_in_map(Open& map, Node node) {
    if (!map.has_key) {
      take_key(map, node);
      return;
    }
    map.has_key = false;
    const auto first = std::find_if(map.node.entries.begin(), map.node.entries.end(),
                                    [&map](const Entry& entry) { return entry.key == map.key; });
    if (first != map.node.entries.end()) {
      const std::string line = std::to_string(first->at.line);
      problems_.add(map.key_at, "duplicate_key",
                    {"「" + map.key + "」は" + line + "行目にもあります。片方を消してください。",
                     "\"" + map.key + "\" stands in line " + line + " already; remove one"});
      return;
    }
    map.node.entries.push_back({map.key, map.key_at, std::move(node)});
  }

  void take_key(Open& map, const Node& node) {
    if (node.kind != Node::Kind::scalar)
      problems_.add(node.at, "bad_key",
                    {"項目名は文字で書いてください。", "a key must be a plain word"});
    map.has_key = true;
    map.key = node.text;
    map.key_at = node.at;
  }

  const std::string& file_;
  std::string_view text_;
  Problems& problems_;
  std::vector<Open> stack_;
  Node root_;
};

void parse_documents(std::istream& in, Builder& builder, const std::string& file,
                     std::string_view text, Problems& problems) {
  YAML::Parser parser(in);
  if (!parser.HandleNextDocument(builder)) return;
  Problems ignored;
  Builder second(file, text, ignored);
  if (parser.HandleNextDocument(second))
    problems.add({file, 0, 0}, "several_documents",
                 {"1つのファイルに文書(---)は1つだけです。", "one document (---) a file, please"});
}

}  // namespace

const Node* find(const Node& map, std::string_view key) {
  const auto at = std::find_if(map.entries.begin(), map.entries.end(),
                               [key](const Entry& entry) { return entry.key == key; });
  return at == map.entries.end() ? nullptr : &at->value;
}

std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Problems& problems) {
  if (!tsunagu::text::is_utf8(text)) {
    problems.add({file, 0, 0}, "not_utf8",
                 {"UTF-8ではありません。UTF-8で保存し直してください。",
                  "not UTF-8; save this file as UTF-8"});
    return std::nullopt;
  }
  std::istringstream in{std::string(text)};
  Builder builder(file, text, problems);
  try {
    parse_documents(in, builder, file, text, problems);
  } catch (const YAML::Exception& error) {
    problems.add({file, error.mark.line + 1, error.mark.column + 1}, "syntax",
                 {"YAMLとして読めません(" + error.msg + ")。字下げと引用符を確かめてください。",
                  "not readable as YAML (" + error.msg + "); check indentation and quotes"});
    return std::nullopt;
  }
  return builder.take();
}

std::optional<Node> load_yaml(const std::filesystem::path& path, Problems& problems,
                              std::string shown_as) {
  const std::string name = shown_as.empty() ? path.string() : std::move(shown_as);
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    problems.add({name, 0, 0}, "missing_file",
                 {"ファイルを読めません。置き場所と読み取り権限を確かめてください。",
                  "cannot read this file; check that it is there and readable"});
    return std::nullopt;
  }
  std::string text(base::limits::config_file_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > base::limits::config_file_bytes) {
    problems.add({name, 0, 0}, "too_large",
                 {"設定ファイルが大きすぎます。分けてください。", "too large; split this file"});
    return std::nullopt;
  }
  return parse_yaml(text, name, problems);
}

}  // namespace hub::profile
