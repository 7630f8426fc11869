#include "model/result.h"

#include <utility>

namespace tallywire {

std::string Error::ToText() const {
  std::string text;
  if (!where.empty()) text = where + ": ";
  text += what;
  if (!remedy.empty()) text += ". " + remedy;
  return text;
}

tl::unexpected<Error> Fail(ErrorCode code, std::string where, std::string what, std::string remedy) {
  return tl::unexpected<Error>(Error{code, std::move(where), std::move(what), std::move(remedy)});
}

bool IsTransient(ErrorCode code) { return code == ErrorCode::kNetwork; }

}  // namespace tallywire
