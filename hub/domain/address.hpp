// 住所 (GIF). `full_address` is the source's own writing and is never altered.
#pragma once

#include <string>

namespace hub::domain {

struct Address {
  std::string use;                    ///< registered, actual, temporary, or empty
  std::string local_government_code;  ///< 全国地方公共団体コード, six digits
  std::string street_address_id;      ///< 町字ID
  std::string prefecture;
  std::string city_and_county;
  std::string street_address;  ///< 町字
  std::string city_block;      ///< 番地以下
  std::string building_name_etc;
  std::string postal_code;
  std::string full_address;  ///< 連結表記
};

}  // namespace hub::domain
