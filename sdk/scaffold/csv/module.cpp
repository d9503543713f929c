// ハブが読み込む部品。ここから外へ出る名前は一つだけ。
#include "adapter.hpp"

TSUNAGU_ADAPTER(sample_list::Adapter);
