#include "model/capture.h"

namespace tallywire {

std::string_view ToText(Purpose purpose) {
  switch (purpose) {
    case Purpose::kArticle:
      return "article";
    case Purpose::kFeed:
      return "feed";
    case Purpose::kRobots:
      return "robots";
  }
  return {};
}

std::optional<Purpose> PurposeFrom(std::string_view text) {
  for (const Purpose purpose : {Purpose::kArticle, Purpose::kFeed, Purpose::kRobots}) {
    if (ToText(purpose) == text) return purpose;
  }
  return std::nullopt;
}

}  // namespace tallywire
