// A clock that stands where the test puts it.
#pragma once

#include <string_view>

#include "model/time.h"

namespace tallywire::testing {

class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::string_view iso = "2024-03-05T06:07:08Z") : now_(ParseIso(iso).value()) {}
  Timestamp Now() const override { return now_; }
  void Set(std::string_view iso) { now_ = ParseIso(iso).value(); }

 private:
  Timestamp now_;
};

}  // namespace tallywire::testing
