#include "extract/figures/figure_phone.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

constexpr size_t kMostDigits = 15;  // of ITU-T E.164

// Digits in groups, as they stand in the text.
struct Groups {
  uint32_t last = 0;  // behind the last group
  size_t count = 0;
  size_t digits = 0;
  bool thousands = true;  // "15 000 000": what stands behind the first are spaces and three digits each
};

class PhoneReader {
 public:
  PhoneReader(const FigureContext& context, uint32_t at) : words_(context.words), view_(context.view), at_(at) {}

  uint32_t Run() const {
    const Groups groups = Read();
    if (groups.digits > kMostDigits) return at_;
    return IsInternational(groups) || IsAreaCode(groups) || IsTrunk(groups) || IsNamed(groups) ? groups.last : at_;
  }

 private:
  bool IsDigitsBehindSpace(uint32_t at) const {
    return view_.IsDigits(at) && !view_.Glued(at) && !view_.token(at).newline_before;
  }

  bool IsMark(uint32_t at) const {
    return view_.Glued(at) && (view_.IsHyphen(at) || view_.Is(at, ".") || view_.Is(at, "/"));
  }

  // Where the next group begins behind `end`; 0 where none does.
  uint32_t NextGroup(uint32_t end) const {
    if (IsDigitsBehindSpace(end)) return end;
    if (IsMark(end) && view_.IsDigits(end + 1) && view_.Glued(end + 1)) return end + 1;
    const bool closes = view_.Is(end, ")") && view_.Glued(end);
    if (closes && view_.IsDigits(end + 1) && !view_.token(end + 1).newline_before) return end + 1;
    const bool opens = view_.Is(end, "(") && view_.IsDigits(end + 1) && view_.Is(end + 2, ")");
    return opens && !view_.token(end).newline_before ? end + 1 : 0;
  }

  Groups Read() const {
    constexpr size_t kThousands = 3;
    Groups groups;
    // A row of numbers that is too long for a number of telephones need not be read to its end, again and again.
    for (uint32_t at = at_; (at != 0 || groups.count == 0) && groups.digits <= kMostDigits;
         at = NextGroup(groups.last)) {
      const size_t length = view_.TextOf(at).size();
      if (groups.count > 0 && (length != kThousands || at != groups.last)) groups.thousands = false;
      groups.digits += length;
      groups.last = at + 1;
      ++groups.count;
    }
    return groups;
  }

  bool Follows(std::string_view mark) const { return view_.Glued(at_) && view_.Is(at_ - 1, mark); }

  static bool IsLongEnough(const Groups& groups, size_t digits) {
    constexpr size_t kLongerThanAmounts = 10;
    return groups.digits >= (groups.thousands ? kLongerThanAmounts : digits);
  }

  // "+44 20 7946 0958"
  bool IsInternational(const Groups& groups) const { return Follows("+") && IsLongEnough(groups, 8); }

  // "(202) 555-0143"
  bool IsAreaCode(const Groups& groups) const {
    constexpr size_t kAmerican = 3;
    if (!Follows("(") || !view_.Is(at_ + 1, ")")) return false;
    if (view_.TextOf(at_).front() == '0') return groups.count > 1 && IsLongEnough(groups, 8);
    return view_.TextOf(at_).size() == kAmerican && groups.count == 3 && groups.digits == 10;
  }

  // "0800 123 4567"
  bool IsTrunk(const Groups& groups) const {
    const std::string_view first = view_.TextOf(at_);
    return first.front() == '0' && first.size() > 1 && groups.count > 1 && groups.digits >= 9;
  }

  // "tel: 555 0143"
  bool IsNamed(const Groups& groups) const {
    if (at_ == 0 || !IsLongEnough(groups, 7)) return false;
    const uint32_t before = at_ - (view_.Is(at_ - 1, ":") ? 1 : 0);
    return static_cast<bool>(view_.LongestBefore(before, words_.phone));
  }

  const FigureWords& words_;
  const PhraseView& view_;
  const uint32_t at_;
};

}  // namespace

uint32_t EndOfPhone(const FigureContext& context, uint32_t at) {
  return context.view.IsDigits(at) ? PhoneReader(context, at).Run() : at;
}

}  // namespace tallywire::extract
