// What a comparison of two versions finds, as lines for an operator: ids, line numbers, codes and
// names of fields; never a value, nor an adapter's own words.
#pragma once

#include "hub/http/admin_socket.hpp"
#include "hub/intake/compare.hpp"
#include "hub/service/view.hpp"

namespace hub::daemon {

class CompareLines final : public intake::CompareSink {
 public:
  /// Of one delivery, so many records and so many remarks are told one by one; the rest is counted.
  CompareLines(http::ReplySink& reply, std::size_t at_most) : reply_(reply), at_most_(at_most) {}

  bool versions(const std::string& now, const std::string& then) override;
  bool record(const base::ArrivalId& arrival, const intake::ComparedRecord& record) override;
  bool remark(const base::ArrivalId& arrival, const intake::ComparedRemark& remark) override;
  bool delivery(const intake::ComparedDelivery& delivery) override;
  bool stays() override;

 private:
  bool put(service::ViewLine& line);
  bool put_fields(const intake::ComparedDelivery& delivery);

  http::ReplySink& reply_;
  const std::size_t at_most_;
  std::size_t records_ = 0;
  std::size_t remarks_ = 0;
};

}  // namespace hub::daemon
