#include "hub/cli/demo_proof.hpp"

#include <fstream>
#include <sstream>

#include "hub/cli/answer.hpp"
#include "hub/cli/daemon_call.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/run_program.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;
using base::Result;

/// What the demonstration's hub answers.
Result<Answer> ask(const DemoFolder& folder, Request& request) {
  DaemonAddress address;
  address.socket = folder.socket().string();
  return call_daemon(address, request);
}

Result<> write_checkpoint(const DemoFolder& folder, const fs::path& file) {
  Request request("audit.checkpoint");
  const auto answer = ask(folder, request);
  if (!answer) return answer.error();
  std::ofstream out(file, std::ios::binary);
  for (const auto line : answer->of("checkpoint"))
    out << line.find("note").text();
  return {};
}

Result<> write_log(const DemoFolder& folder, const fs::path& file) {
  Request request("audit.export");
  request.text("file", file.string());
  const auto answer = ask(folder, request);
  return answer ? Result<>() : Result<>(answer.error());
}

/// 「署名で証明された行: 412」
std::string number_after(const std::string& said, std::string_view words) {
  std::istringstream in(said);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(words)) return line.substr(words.size());
  }
  return {};
}

}  // namespace

Result<DemoProof> prove_log(const DemoPlaces& places, const DemoFolder& folder) {
  const auto log = folder.root() / "audit-log.txt";
  const auto checkpoint = folder.root() / "audit-checkpoint.txt";
  if (auto written = write_checkpoint(folder, checkpoint); !written) return written.error();
  if (auto written = write_log(folder, log); !written) return written.error();
  const auto verified =
      run_program(places.verify, {log.string(), "--key", folder.signer_public().string(),
                                  "--checkpoints", checkpoint.string(), "--lang", "ja"});
  if (!verified) return verified.error();
  return DemoProof{verified->status == 0, number_after(verified->out, "署名で証明された行: ")};
}

void tell_proof(Page& page, const DemoProof& proof) {
  if (proof.proved)
    page.paragraph("監査記録の" + proof.rows +
                   "行は、署名と公開鍵だけで確かめられました（tsunagu-verify）。");
}

std::vector<DemoExpectation> judge_proof(const DemoProof& proof) {
  return {{"audit_proved", "監査記録が、署名と公開鍵だけで確かめられる", proof.proved}};
}

}  // namespace hub::cli
