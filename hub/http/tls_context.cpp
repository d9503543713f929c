#include "hub/http/tls_context.hpp"

#include <openssl/ssl.h>

#include <boost/asio/buffer.hpp>

#include "hub/crypto/key_file.hpp"

namespace hub::http {
namespace {

namespace ssl = boost::asio::ssl;
using ErrorCode = boost::system::error_code;

base::Failure unusable(const std::filesystem::path& file, const ErrorCode& error) {
  return base::fail(base::Kind::invalid,
                    "TLS file " + file.string() + " can't be used: " + error.message());
}

base::Result<> ask_for_certificates(ssl::context& context, const std::filesystem::path& ca) {
  ErrorCode error;
  context.load_verify_file(ca.string(), error);
  if (error) return unusable(ca, error);
  SSL_CTX_set_client_CA_list(context.native_handle(), SSL_load_client_CA_file(ca.c_str()));
  context.set_verify_mode(ssl::verify_peer);
  return {};
}

}  // namespace

base::Result<std::shared_ptr<ssl::context>> load_tls(const TlsFiles& files) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  auto* native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
  ErrorCode error;
  context->use_certificate_chain_file(files.certificate.string(), error);
  if (error) return unusable(files.certificate, error);
  const auto key = crypto::read_secret(files.key);
  if (!key) return key.error().in("TLS key");
  const auto pem = key->bytes();
  context->use_private_key(boost::asio::buffer(pem.data(), pem.size()), ssl::context::pem, error);
  if (error) return unusable(files.key, error);
  if (!files.client_ca.empty()) {
    if (auto asked = ask_for_certificates(*context, files.client_ca); !asked) return asked.error();
  }
  return context;
}

}  // namespace hub::http
