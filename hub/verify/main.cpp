// `tsunagu-verify LOG --key KEY`: whether an audit log is what was written. Shares no code with the
// hub; needs no key but the signer's public one. Exit codes: see print_usage.
#include <fstream>
#include <iostream>
#include <iterator>

#include "hub/verify/words.hpp"

namespace {

using namespace hub::verify;

enum Exit { intact = 0, tampered = 1, usage = 2, unreadable = 3, unproved = 4 };

struct Wish {
  std::string log;
  std::vector<std::string> keys;
  std::vector<std::string> checkpoints;
  Language language = language_of_environment();
  bool help = false;
};

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Unreadable("cannot read " + file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// False where the words are not as print_usage says.
bool read_option(std::string_view name, const std::string& value, Wish& wish) {
  if (name == "--key") {
    wish.keys.push_back(value);
  } else if (name == "--checkpoints") {
    wish.checkpoints.push_back(value);
  } else if (name == "--lang" && (value == "ja" || value == "en")) {
    wish.language = value == "ja" ? Language::ja : Language::en;
  } else {
    return false;
  }
  return true;
}

bool read_words(int count, char** words, Wish& wish) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--help") {
      wish.help = true;
    } else if (word.substr(0, 2) == "--") {
      if (++i >= count || !read_option(word, words[i], wish)) return false;
    } else if (wish.log.empty()) {
      wish.log = word;
    } else {
      return false;
    }
  }
  return wish.help || (!wish.log.empty() && !wish.keys.empty());
}

/// The key itself, or the first line of a file.
std::optional<Key> key_of(const std::string& text) {
  if (auto key = Key::parse(text)) return key;
  std::ifstream in(text);
  std::string line;
  std::getline(in, line);
  return Key::parse(line);
}

/// Those that are named, and the one that `tsunagu backup` leaves beside a backup.
std::vector<std::string> files_of_notes(const Wish& wish) {
  auto files = wish.checkpoints;
  const std::string beside = wish.log + ".checkpoint";
  if (std::ifstream(beside).good()) files.push_back(beside);
  return files;
}

int run(const Wish& wish) {
  std::vector<Key> keys;
  for (const std::string& text : wish.keys) {
    const auto key = key_of(text);
    if (!key) throw Unreadable(text + " is no public key of a signer");
    keys.push_back(*key);
  }
  std::vector<Note> notes;
  for (const std::string& file : files_of_notes(wish)) {
    for (Note& note : notes_in(content_of(file), keys))
      notes.push_back(std::move(note));
  }
  const auto log = open_log(wish.log);
  const Report report = walk(*log, keys, notes);
  print_report(std::cout, wish.language, report);
  if (report.fault) return tampered;
  return report.checkpoints > 0 ? intact : unproved;
}

}  // namespace

int main(int count, char** words) {
  try {
    Wish wish;
    const bool understood = read_words(count, words, wish);
    if (!understood || wish.help) {
      print_usage(understood ? std::cout : std::cerr, wish.language);
      return understood ? intact : usage;
    }
    return run(wish);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return unreadable;
  }
}
