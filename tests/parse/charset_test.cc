#include "parse/charset.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parse/mojibake.h"
#include "parse/utf8.h"

namespace tallywire::parse {
namespace {

using namespace std::string_literals;

TEST(EncodingFromLabel, KnowsTheStandardsLabels) {
  struct Row {
    std::string_view label;
    std::string_view want;
  };
  const std::vector<Row> rows = {
      {"utf-8", "UTF-8"},
      {" UTF8\n", "UTF-8"},
      {"latin1", "windows-1252"},
      {"ISO-8859-1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"gb2312", "GBK"},
      {"gb18030", "gb18030"},
      {"x-sjis", "Shift_JIS"},
      {"ks_c_5601-1987", "EUC-KR"},
      {"big5-hkscs", "Big5"},
      {"utf-16", "UTF-16LE"},
      {"hz-gb-2312", "replacement"},
      {"koi8-u", "KOI8-U"},
      {"tis-620", "windows-874"},
      {"", ""},
      {"utf", ""},
      {"utf-8 utf8", ""},
      {"latin", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(EncodingFromLabel(row.label), row.want) << row.label;
}

TEST(CharsetParameter, IsFoundWhereverItStands) {
  struct Row {
    std::string_view header;
    std::string_view want;
  };
  const std::vector<Row> rows = {
      {"text/html; charset=utf-8", "utf-8"},
      {"text/html;charset = \"gb2312\"; x=y", "gb2312"},
      {"text/html; CharSet='big5'", "big5"},
      {"text/html; charset=utf-8; boundary=a", "utf-8"},
      {"text/html; charset", ""},
      {"text/html; charset=", ""},
      {"text/html; charset=\"utf-8", ""},
      {"text/html", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(CharsetParameter(row.header), row.want) << row.header;
}

TEST(PrescanForEncoding, FollowsTheStandardsAlgorithm) {
  struct Row {
    std::string name;
    std::string page;
    std::string_view want;
  };
  const std::vector<Row> rows = {
      {"charset", "<html><head><meta charset=shift_jis>", "Shift_JIS"},
      {"pragma", "<META http-equiv='Content-Type' content='text/html; charset=euc-kr'>", "EUC-KR"},
      {"content without pragma", "<meta content='text/html; charset=euc-kr'>", ""},
      {"in a comment", "<!-- <meta charset=big5> --><meta charset=koi8-r>", "KOI8-R"},
      {"the shortest comment", "<!--><meta charset=koi8-r>", "KOI8-R"},
      {"in an attribute", "<a title='<meta charset=big5>'><meta charset=koi8-r>", "KOI8-R"},
      {"in an end tag", "</a title='<meta charset=big5>'><meta charset=koi8-r>", "KOI8-R"},
      {"utf-16 in ASCII bytes", "<meta charset=utf-16>", "UTF-8"},
      {"user-defined", "<meta charset=x-user-defined>", "windows-1252"},
      {"unknown label goes on", "<meta charset=nonsense><meta charset=utf-8>", "UTF-8"},
      {"first of two attributes", "<meta charset=big5 charset=utf-8>", "Big5"},
      {"metadata is no meta", "<metadata charset=big5>", ""},
      {"beyond 1024 bytes", std::string(1024, ' ') + "<meta charset=big5>", ""},
      {"cut off", "<meta charset=", ""},
      {"XML in UTF-16LE", "<\0?\0x\0m\0l\0"s, "UTF-16LE"},
      {"XML in UTF-16BE", "\0<\0?\0x\0m\0l"s, "UTF-16BE"},
      {"empty", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(PrescanForEncoding(row.page), row.want) << row.name;
}

struct DecodeRow {
  std::string name;
  std::string bytes;
  std::string content_type;
  std::string text;
  std::string charset;
};

TEST(DecodePage, FindsTheEncodingAsABrowserWould) {
  const std::vector<DecodeRow> rows = {
      {"plain ASCII", "five tons", "", "five tons", "UTF-8"},
      {"valid UTF-8 without a label", "caf\xC3\xA9", "", "café", "UTF-8"},
      {"byte order mark beats the header",
       "\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "text/html; charset=koi8-r", "café", "UTF-8"},
      {"UTF-16LE mark",
       "\xFF\xFE"
       "1\0%\0\xAC\x20"s,
       "", "1%€", "UTF-16LE"},
      {"UTF-16BE mark", "\xFE\xFF\0\x31\xD8\x3D\xDE\x00"s, "", "1😀", "UTF-16BE"},
      {"header", "\xE9t\xE9", "text/html; charset=iso-8859-1", "été", "windows-1252"},
      {"header beats meta", "<meta charset=koi8-r>\x80 5", "text/html; charset=latin1", "<meta charset=koi8-r>€ 5",
       "windows-1252"},
      {"meta", "<meta charset=windows-1251>\xCF\xF0", "", "<meta charset=windows-1251>Пр", "windows-1251"},
      {"C1 bytes of windows-1252", "\x81\x8D", "text/html; charset=latin1", "\xC2\x81\xC2\x8D", "windows-1252"},
      {"GBK", "\xD6\xD0\xB9\xFA 3%", "text/html; charset=gb2312", "中国 3%", "GBK"},
      {"four bytes of gb18030", "\x81\x30\x89\x38", "text/html; charset=gb18030", "ß", "gb18030"},
      {"Big5", "\xA4\xA4\xA4\xE5", "text/html; charset=big5", "中文", "Big5"},
      {"Shift_JIS", "\x93\xFA\x96\x7B", "text/html; charset=shift_jis", "日本", "Shift_JIS"},
      {"EUC-JP", "\xC6\xFC\xCB\xDC", "text/html; charset=euc-jp", "日本", "EUC-JP"},
      {"ISO-2022-JP", "\x1B$B\x46\x7C\x4B\x5C\x1B(B", "text/html; charset=iso-2022-jp", "日本", "ISO-2022-JP"},
      {"EUC-KR", "\xC7\xD1\xB1\xDB", "text/html; charset=euc-kr", "한글", "EUC-KR"},
      {"ISO-8859-16", "\xA4\xAA\xBA", "text/html; charset=iso-8859-16", "€Șș", "ISO-8859-16"},
      {"windows-1252 label on UTF-8", "na\xC3\xAFve caf\xC3\xA9", "text/html; charset=windows-1252", "naïve café",
       "UTF-8"},
      {"UTF-8 label on windows-1252", "<meta charset=windows-1252>10 \x80", "text/html; charset=utf-8",
       "<meta charset=windows-1252>10 €", "windows-1252"},
      {"one broken byte in UTF-8", "caf\xC3\xA9 \xE2\x82\xAC \xFF 5", "text/html; charset=utf-8", "café € \uFFFD 5",
       "UTF-8"},
      {"replacement", "~{VP~}", "text/html; charset=hz-gb-2312", "\uFFFD", "replacement"},
      {"unknown label", "caf\xC3\xA9", "text/html; charset=klingon", "café", "UTF-8"},
      {"empty", "", "", "", "UTF-8"},
  };
  for (const DecodeRow& row : rows) {
    const DecodedText got = DecodePage(row.bytes, row.content_type);
    EXPECT_EQ(got.utf8, row.text) << row.name;
    EXPECT_EQ(got.charset, row.charset) << row.name;
  }
}

TEST(DecodePage, DetectsUnlabelledLegacyText) {
  std::string russian;
  for (int i = 0; i < 20; ++i) {
    russian +=
        "\xDD\xEA\xF1\xEF\xEE\xF0\xF2 \xEF\xF8\xE5\xED\xE8\xF6\xFB \xE2\xFB\xF0\xEE\xF1 \xED\xE0 \xEF\xFF\xF2\xFC "
        "\xEF\xF0\xEE\xF6\xE5\xED\xF2\xEE\xE2. ";
  }
  const DecodedText got = DecodePage(russian, "");
  EXPECT_EQ(got.charset, "windows-1251");
  EXPECT_TRUE(got.utf8.starts_with("Экспорт пшеницы вырос")) << got.utf8.substr(0, 60);
}

TEST(DecodePage, FindsUtf16ByItsZeros) {
  std::string page;
  for (const char c : std::string("<html><body>Output rose 5%</body></html>")) (page += c) += '\0';
  const DecodedText got = DecodePage(page, "");
  EXPECT_EQ(got.charset, "UTF-16LE");
  EXPECT_EQ(got.utf8, "<html><body>Output rose 5%</body></html>");
}

TEST(DecodePage, ValidUtf8IsNotCopied) {
  const std::string page = "<p>caf\xC3\xA9";
  const DecodedText got = DecodePage(page, "text/html; charset=utf-8");
  EXPECT_EQ(got.utf8.data(), page.data());
}

TEST(DecodePage, MovingKeepsTheViewRight) {
  DecodedText from = DecodePage("\xE9", "text/html; charset=latin1");
  const DecodedText to = std::move(from);
  EXPECT_EQ(to.utf8, "é");
}

TEST(DecodePage, EveryEncodingTakesEveryByteAtEveryLength) {
  std::string bytes;
  for (int i = 0; i < 512; ++i) bytes += static_cast<char>(i * 7 + i / 256);
  for (const char* label : {"utf-8", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr",
                            "utf-16be", "windows-1258", "koi8-r", "macintosh", "iso-8859-8-i", "x-user-defined"}) {
    for (size_t length = 0; length <= bytes.size(); length += 3) {
      const std::string_view part = std::string_view(bytes).substr(0, length);
      const DecodedText got = DecodePage(part, std::string("text/html; charset=") + label);
      EXPECT_EQ(CountUtf8(got.utf8).broken, 0U) << label << " at length " << length;
    }
  }
}

TEST(MendUtf8, ReplacesMaximalSubparts) {
  struct Row {
    std::string_view bytes;
    std::string_view want;
  };
  const std::vector<Row> rows = {
      {"a\xC0\xAF"
       "b",
       "a\uFFFD\uFFFDb"},      // overlong
      {"\xE2\x82", "\uFFFD"},  // cut off
      {"\xE2\x82"
       "x",
       "\uFFFDx"},                                       // broken off
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond U+10FFFF
      {"\xF0\x9F\x98"
       "!",
       "\uFFFD!"},
      {"\x80", "\uFFFD"},
      {"fine", "fine"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(MendUtf8(row.bytes), row.want);
    EXPECT_EQ(CountUtf8(row.want).broken, 0U);
  }
}

TEST(BinaryKind, NamesWhatIsNoPage) {
  EXPECT_EQ(BinaryKind("%PDF-1.7\n"), "a PDF document");
  EXPECT_EQ(BinaryKind("\x89PNG\r\n\x1A\n"), "a PNG image");
  EXPECT_EQ(BinaryKind("\xFF\xD8\xFF\xE0"), "a JPEG image");
  EXPECT_EQ(BinaryKind("\x1F\x8B\x08"), "gzip data that was not unpacked");
  EXPECT_EQ(BinaryKind("\x01\x02\x03\x04\x05\x06\x0E\x0F"), "binary data");
  EXPECT_EQ(BinaryKind("<html>"), "");
  EXPECT_EQ(BinaryKind("just words"), "");
  EXPECT_EQ(BinaryKind(""), "");
  EXPECT_EQ(BinaryKind("<\0h\0t\0m\0l\0>\0"s), "");
}

TEST(Mojibake, TextEncodedTwiceIsDecodedTwice) {
  struct Row {
    std::string_view text;
    std::string_view want;  // empty: left alone
  };
  const std::vector<Row> rows = {
      {"It doesn\u00E2\u20AC\u2122t cost \u00E2\u201A\u00AC14.", "It doesn\u2019t cost \u20AC14."},  // as windows-1252
      {"doesn\u00E2\u0080\u0099t cost \u00E2\u0082\u00AC14", "doesn\u2019t cost \u20AC14"},          // as Latin-1
      {"\u00E2\u20AC\u201Ccaf\u00C3\u00A9\u00E2\u20AC\u0153 3\u00C2\u00B0",
       "\u2013caf\u00E9\u201C 3\u00B0"},  // with others
      {"one \u00E2\u20AC\u2122 alone", ""},
      {"\u00C2\u00B0 and p\u00E2t\u00E9, \u20AC5", ""},
      {"\u00E2\u20AC", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(LooksEncodedTwice(row.text), !row.want.empty()) << row.text;
    if (!row.want.empty()) {
      EXPECT_EQ(DecodeTwice(row.text), row.want);
    }
  }
}

}  // namespace
}  // namespace tallywire::parse
