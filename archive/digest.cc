#include "archive/digest.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

namespace tallywire::archive {
namespace {

struct ContextDeleter {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

constexpr size_t kSha1Bytes = 20;

// 20 bytes are 32 digits of five bits, without padding.
std::string Base32(const std::array<unsigned char, kSha1Bytes>& bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned bits = 0;
  unsigned have = 0;
  for (const unsigned char byte : bytes) {
    bits = (bits << 8U) | byte;
    have += 8;
    while (have >= 5) {
      have -= 5;
      text += kDigits[(bits >> have) & 31U];
    }
  }
  return text;
}

}  // namespace

std::string Sha1Digest(std::initializer_list<std::string_view> pieces) {
  const std::unique_ptr<EVP_MD_CTX, ContextDeleter> context(EVP_MD_CTX_new());
  bool good = context != nullptr && EVP_DigestInit_ex(context.get(), EVP_sha1(), nullptr) == 1;
  for (const std::string_view piece : pieces) {
    good = good && EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1;
  }
  std::array<unsigned char, kSha1Bytes> digest{};
  if (!good || EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1) {
    throw std::runtime_error("libcrypto cannot compute SHA-1");
  }
  return "sha1:" + Base32(digest);
}

std::string NewRecordId() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("libcrypto has no random numbers");
  }
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);  // version 4
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);  // variant of RFC 4122
  std::string text = "<urn:uuid:";
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", bytes[i]);
  }
  return text + ">";
}

}  // namespace tallywire::archive
