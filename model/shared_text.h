// Text that is copied often and changed never: copies share its bytes.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace tallywire {

class SharedText {
 public:
  SharedText() = default;
  // Copies `text`.
  SharedText(std::string_view text) : text_(text.empty() ? nullptr : std::make_shared<const std::string>(text)) {}
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
  SharedText(const char* text) : SharedText(std::string_view(text)) {}

  // Valid as long as any copy is.
  std::string_view view() const { return text_ == nullptr ? std::string_view() : std::string_view(*text_); }
  operator std::string_view() const { return view(); }

  friend bool operator==(const SharedText& a, const SharedText& b) { return a.view() == b.view(); }
  friend std::ostream& operator<<(std::ostream& out, const SharedText& text) { return out << text.view(); }

 private:
  std::shared_ptr<const std::string> text_;
};

// Makes one text for all who ask for the same words in a row.
class SharedTexts {
 public:
  // The same words stand at the same place, which must outlive this.
  const SharedText& Of(std::string_view words) {
    if (words.data() != words_.data() || words.size() != words_.size()) text_ = SharedText(words);
    words_ = words;
    return text_;
  }

 private:
  std::string_view words_;
  SharedText text_;
};

}  // namespace tallywire
