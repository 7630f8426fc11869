// A digest over fields, to tell whether something changed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tallywire::store {

// Fields are kept apart, so that moving a byte from one to the next changes the digest. Doubles count by their bits.
class FieldDigest {
 public:
  FieldDigest();
  FieldDigest(const FieldDigest&) = delete;
  FieldDigest& operator=(const FieldDigest&) = delete;
  ~FieldDigest();

  FieldDigest& Add(std::string_view field);
  FieldDigest& Add(size_t field);
  FieldDigest& Add(double field);
  FieldDigest& Add(const std::optional<double>& field);

  // "sha256:" and 64 hexadecimal digits; nothing may be added afterwards.
  std::string Finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace tallywire::store
