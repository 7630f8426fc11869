#include "store/digest.h"

#include <openssl/evp.h>

#include <array>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include <fmt/format.h>

namespace tallywire::store {

struct FieldDigest::Context {
  EVP_MD_CTX* md = EVP_MD_CTX_new();
  bool good = md != nullptr && EVP_DigestInit_ex(md, EVP_sha256(), nullptr) == 1;
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(md); }
  void Update(std::string_view bytes) { good = good && EVP_DigestUpdate(md, bytes.data(), bytes.size()) == 1; }
};

FieldDigest::FieldDigest() : context_(std::make_unique<Context>()) {}
FieldDigest::~FieldDigest() = default;

FieldDigest& FieldDigest::Add(std::string_view field) {
  context_->Update(fmt::format("{}:", field.size()));
  context_->Update(field);
  return *this;
}

FieldDigest& FieldDigest::Add(size_t field) { return Add(std::string_view{fmt::format("{}", field)}); }

FieldDigest& FieldDigest::Add(double field) {
  return Add(std::string_view{fmt::format("{:x}", std::bit_cast<uint64_t>(field))});
}

FieldDigest& FieldDigest::Add(const std::optional<double>& field) {
  return field ? Add(*field) : Add(std::string_view{"-"});
}

std::string FieldDigest::Finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned length = 0;
  if (!context_->good || EVP_DigestFinal_ex(context_->md, bytes.data(), &length) != 1) {
    throw std::runtime_error("libcrypto cannot compute SHA-256");
  }
  std::string text = "sha256:";
  for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", bytes.at(i));
  return text;
}

}  // namespace tallywire::store
