// TLS 1.2 and later by OpenSSL, from PEM files.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "hub/base/result.hpp"
#include "hub/http/server.hpp"

namespace hub::http {

/// A client certificate is asked for if the files name a CA; one that the CA did not sign ends the
/// handshake, none at all is a caller without certificate.
base::Result<std::shared_ptr<boost::asio::ssl::context>> load_tls(const TlsFiles& files);

}  // namespace hub::http
