// Puts a Response together from header lines and body pieces as they come off the wire.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/http.h"

namespace tallywire::fetch {

class ResponseReader {
 public:
  ResponseReader(std::size_t max_header_bytes, std::size_t max_body_bytes)
      : max_header_bytes_(max_header_bytes), max_body_bytes_(max_body_bytes) {}

  // One header line with its line end. A status line begins anew, so that only the last header block stays (interim 1xx
  // answers go); lines after the final block are trailers and left out. False where the limits are exceeded.
  bool HeaderLine(std::string_view line);

  // False where the limit is exceeded; what fits has been kept.
  bool BodyPiece(std::string_view piece);

  bool HeaderComplete() const { return complete_; }  // of a final (not 1xx) answer
  bool HeaderTooLarge() const { return header_too_large_; }
  bool BodyTooLarge() const { return body_too_large_; }
  bool Began() const { return began_; }

  Response& Take() { return response_; }
  const Response& Peek() const { return response_; }

 private:
  void StatusLine(std::string_view line);
  bool EndOfHeader();

  std::size_t max_header_bytes_;
  std::size_t max_body_bytes_;
  std::size_t header_bytes_ = 0;
  bool began_ = false;
  bool complete_ = false;
  bool header_too_large_ = false;
  bool body_too_large_ = false;
  Response response_;
};

}  // namespace tallywire::fetch
