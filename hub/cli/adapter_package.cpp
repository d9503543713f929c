#include "hub/cli/adapter_package.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <ostream>

#include "hub/cli/profile_language.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/workshop/package.hpp"
#include "hub/workshop/subject.hpp"

namespace hub::cli {
namespace {

struct PackWish {
  std::string module;
  std::string key;
  std::string out;
  std::vector<std::string> settings;
};

struct InstallWish {
  std::string package;
  std::string trusted;
  std::string adapters;
};

base::Result<crypto::Signer> publisher_of(const std::string& file) {
  if (!std::filesystem::exists(file)) {
    base::SystemRandom random;
    if (auto made = crypto::create_master_secret(file, random); !made) return made.error();
  }
  return workshop::read_publisher(file);
}

void pack(Console& console, const PackWish& wish) {
  const auto module = workshop::read_delivery(wish.module);
  if (!module) return console.fail(module.error());
  if (module->size() > adapter::module_bytes)
    return console.fail(Exit::refused, {"アダプターが大きすぎます", "the adapter is too large"});
  workshop::SubjectWish asked;
  asked.module = wish.module;
  asked.settings = workshop::settings_of(wish.settings);
  const auto subject =
      workshop::Subject::open(asked, console.program_path, in_profile(console.language));
  if (!subject) return console.fail(subject.error());
  const auto& manifest = (*subject)->manifest();
  const auto publisher = publisher_of(wish.key);
  if (!publisher) return console.fail(publisher.error());
  const std::string file =
      wish.out.empty() ? manifest.id + "-" + manifest.version + ".tsunagu" : wish.out;
  std::ofstream out(file, std::ios::binary);
  if (!(out << workshop::pack(manifest, *module, *publisher)).flush())
    return console.fail(Exit::failed, {"ファイルを書けません", "the file can't be written"}, file);
  console.out << file << '\n';
  console.err << console.in_words({"発行者の鍵(公開): ", "publisher's key (public): "})
              << crypto::to_base64(publisher->public_key()) << '\n';
}

void install(Console& console, const InstallWish& wish) {
  const auto trusted = workshop::read_trusted(wish.trusted);
  if (!trusted) return console.fail(trusted.error());
  const auto file = workshop::read_delivery(wish.package);
  if (!file) return console.fail(file.error());
  const auto package = workshop::unpack(*file, *trusted);
  if (!package) return console.fail(package.error());
  const auto put = workshop::install(*package, wish.adapters);
  if (!put) return console.fail(put.error());
  console.out << put->string() << ' ' << package->header.version << '\n';
}

}  // namespace

void add_adapter_packages(CLI::App& group, Console& console) {
  const auto packing = std::make_shared<PackWish>();
  Sub packer(group, console, "pack",
             {"署名した配布用のファイルにする", "makes a signed package of an adapter"});
  packer.word("adapter", packing->module, {"アダプター(.so)", "the adapter (.so)"})->required();
  packer
      .word("--key", packing->key,
            {"発行者の鍵のファイル(なければ作る)", "the publisher's key file (made when absent)"})
      ->required();
  packer.words("--set", packing->settings,
               {"設定 名前=値(必要なときだけ)", "a setting that it wants, KEY=VALUE"});
  packer.word("--out", packing->out, {"書くファイル", "the file to write"});
  packer.command().callback([&console, packing] { pack(console, *packing); });

  const auto installing = std::make_shared<InstallWish>();
  Sub installer(
      group, console, "install",
      {"配布されたアダプターを確かめて入れる", "checks a package and installs its adapter"});
  installer.word("package", installing->package, {"配布されたファイル", "the package"})->required();
  installer
      .word("--publishers", installing->trusted,
            {"信頼する発行者の鍵(1行に1つ)", "file of trusted publishers' keys, one a line"})
      ->required();
  installer
      .word("--adapters", installing->adapters,
            {"hub.yaml の adapters のフォルダー", "the folder that hub.yaml names as adapters"})
      ->required();
  installer.command().callback([&console, installing] { install(console, *installing); });
}

}  // namespace hub::cli
