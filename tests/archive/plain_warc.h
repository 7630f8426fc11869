// A second reader of WARC files, as plain as can be and without a line of the program's own: what the program writes
// must be good for others too. It throws on anything that is not exactly by the standard.
#pragma once

#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace tallywire::testing {

struct PlainRecord {
  size_t offset = 0;  // of its gzip member
  size_t length = 0;
  std::map<std::string, std::string> fields;
  std::string block;
};

inline std::string ReadFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void WriteFile(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// Inflates the one member that begins at `offset`; `length` becomes its compressed length.
inline std::string InflateMember(const std::string& bytes, size_t offset, size_t& length) {
  z_stream stream{};
  if (inflateInit2(&stream, 31) != Z_OK) throw std::runtime_error("zlib");
  std::string rest = bytes.substr(offset);
  stream.next_in = reinterpret_cast<Bytef*>(rest.data());
  stream.avail_in = static_cast<uInt>(rest.size());
  std::string out;
  int status = Z_OK;
  while (status == Z_OK) {
    const size_t done = out.size();
    out.resize(done + 10'000);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + done);
    stream.avail_out = 10'000;
    status = inflate(&stream, Z_NO_FLUSH);
  }
  length = stream.total_in;
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("no whole gzip member at " + std::to_string(offset));
  return out;
}

inline PlainRecord ParseRecord(const std::string& text) {
  PlainRecord record;
  if (text.rfind("WARC/1.1\r\n", 0) != 0) throw std::runtime_error("no WARC/1.1 record: " + text.substr(0, 20));
  const size_t head_end = text.find("\r\n\r\n");
  size_t at = text.find("\r\n") + 2;
  while (at < head_end) {
    const size_t end = text.find("\r\n", at);
    const std::string line = text.substr(at, end - at);
    const size_t colon = line.find(": ");
    if (colon == std::string::npos) throw std::runtime_error("bad field: " + line);
    if (!record.fields.emplace(line.substr(0, colon), line.substr(colon + 2)).second) {
      throw std::runtime_error("field stands twice: " + line);
    }
    at = end + 2;
  }
  const size_t length = std::stoul(record.fields.at("Content-Length"));
  record.block = text.substr(head_end + 4, length);
  if (text.substr(head_end + 4 + length) != "\r\n\r\n") throw std::runtime_error("the record does not end in two CRLF");
  return record;
}

inline std::vector<PlainRecord> ReadPlainWarc(const std::filesystem::path& file) {
  const std::string bytes = ReadFile(file);
  std::vector<PlainRecord> records;
  for (size_t offset = 0; offset < bytes.size();) {
    size_t length = 0;
    PlainRecord record = ParseRecord(InflateMember(bytes, offset, length));
    record.offset = offset;
    record.length = length;
    records.push_back(record);
    offset += length;
  }
  return records;
}

// One gzip member; `pieces` of it in one go.
inline std::string Gzip(const std::string& text) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("zlib");
  std::string in = text;
  std::string out(deflateBound(&stream, in.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace tallywire::testing
