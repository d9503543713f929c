#include "hub/normalize/name_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tsunagu/text/kana.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

struct Word {
  std::string_view word;
  NameUse use;
};

/// Longer words before their beginnings.
constexpr std::array<Word, 10> words = {{{"通称名", NameUse::usual},
                                         {"通称", NameUse::usual},
                                         {"旧氏名", NameUse::former},
                                         {"旧氏", NameUse::former},
                                         {"旧姓名", NameUse::former},
                                         {"旧姓", NameUse::former},
                                         {"本名", NameUse::official},
                                         {"併記名", NameUse::alias},
                                         {"別名", NameUse::alias},
                                         {"カナ", NameUse::reading}}};

using Brackets = std::pair<std::string_view, std::string_view>;
constexpr std::array<Brackets, 7> brackets = {
    {{"(", ")"}, {"[", "]"}, {"<", ">"}, {"【", "】"}, {"〔", "〕"}, {"「", "」"}, {"〈", "〉"}}};

constexpr auto npos = std::string::npos;

const Word* word_at(std::string_view rest) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [rest](const Word& one) { return rest.starts_with(one.word); });
  return found == words.end() ? nullptr : &*found;
}

std::string_view without_mark(std::string_view rest) {
  rest = text::trim(rest);
  while (!rest.empty() && (rest.front() == ':' || rest.front() == ','))
    rest = text::trim(rest.substr(1));
  return rest;
}

bool is_kana(std::string_view content) {
  return !content.empty() && text::is_katakana(text::hira_to_kata(content));
}

NamePart part_of(std::string_view content) {
  content = text::trim(content);
  if (const auto* word = word_at(content))
    return {word->use, std::string(without_mark(content.substr(word->word.size())))};
  return {is_kana(content) ? NameUse::reading : NameUse::alias, std::string(content)};
}

class Splitter {
 public:
  explicit Splitter(std::string_view folded) : main_(folded) {}

  std::vector<NamePart> run() {
    for (const auto& pair : brackets) {
      while (cut_brackets(pair))
        continue;
    }
    cut_behind_slash();
    cut_behind_word();
    return ordered();
  }

 private:
  bool cut_brackets(const Brackets& pair) {
    const auto begin = main_.find(pair.first);
    if (begin == npos) return false;
    const auto inside = begin + pair.first.size();
    const auto end = std::min(main_.find(pair.second, inside), main_.size());
    add(part_of(std::string_view(main_).substr(inside, end - inside)));
    const auto behind = std::min(end + pair.second.size(), main_.size());
    main_ = main_.substr(0, begin) + " " + main_.substr(behind);
    return true;
  }

  void cut_behind_slash() {
    const auto at = main_.find('/');
    if (at == npos) return;
    add(part_of(std::string_view(main_).substr(at + 1)));
    main_.erase(at);
  }

  /// 金 英姫 通称 金田英子
  void cut_behind_word() {
    for (auto at = main_.find(' '); at != npos; at = main_.find(' ', at + 1)) {
      const auto rest = text::trim(std::string_view(main_).substr(at));
      if (word_at(rest) == nullptr) continue;
      add(part_of(rest));
      main_.erase(at);
      return;
    }
  }

  void add(NamePart part) {
    if (!part.text.empty()) further_.push_back(std::move(part));
  }

  /// In 金田英子（本名：金英姫） the main name stands in the brackets; where nothing stands outside
  /// them, what is inside is all there is.
  std::vector<NamePart> ordered() {
    const auto official = std::find_if(further_.begin(), further_.end(), [](const NamePart& part) {
      return part.use == NameUse::official;
    });
    const bool swaps = official != further_.end();
    std::vector<NamePart> parts = {{NameUse::official, std::string(text::trim(main_))}};
    if (swaps) {
      std::swap(parts.front().text, official->text);
      official->use = NameUse::usual;
    }
    for (auto& part : further_) {
      if (parts.front().text.empty()) {
        parts.front().text = std::move(part.text);
      } else if (!part.text.empty()) {
        parts.push_back(std::move(part));
      }
    }
    complete_former_names(parts);
    return parts;
  }

  /// 佐藤 花子（旧氏 鈴木） was 鈴木 花子.
  static void complete_former_names(std::vector<NamePart>& parts) {
    const auto& main = parts.front().text;
    const auto space = main.find(' ');
    if (space == npos) return;
    for (auto& part : parts) {
      if (part.use == NameUse::former && part.text.find(' ') == npos)
        part.text += main.substr(space);
    }
  }

  std::string main_;
  std::vector<NamePart> further_;
};

}  // namespace

std::string_view name_of(NameUse use) noexcept {
  switch (use) {
    case NameUse::official:
      return "official";
    case NameUse::usual:
      return "usual";
    case NameUse::former:
      return "former";
    case NameUse::reading:
      return "reading";
    case NameUse::alias:
      return "alias";
  }
  return "";
}

bool may_hold_several_names(std::string_view folded) {
  const auto holds = [folded](std::string_view sign) { return folded.find(sign) != npos; };
  if (folded.find_first_of("([</") != npos) return true;
  if (holds("\xE3\x80") && (holds("【") || holds("〔") || holds("「") || holds("〈"))) return true;
  return holds(" ") &&
         (holds("通称") || holds("旧") || holds("本名") || holds("別名") || holds("併記名"));
}

std::vector<NamePart> name_parts(std::string_view folded) {
  return Splitter(folded).run();
}

}  // namespace hub::normalize
