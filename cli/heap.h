// How the program takes memory from the system.
#pragma once

namespace tallywire::cli {

// Makes the heap grow in large steps, the first of them of large pages where the system has them. Call once, before any
// thread is started.
void SetUpHeap();

}  // namespace tallywire::cli
