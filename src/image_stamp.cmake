# Write to OUT a number that is another one whenever one of FILES is.
set(hashes "")
foreach(file IN LISTS FILES)
    file(SHA256 ${file} hash)
    string(APPEND hashes ${hash})
endforeach()
string(SHA256 hash "${hashes}")
string(SUBSTRING ${hash} 0 16 hash)
file(WRITE ${OUT} "#define SUITOR_IMAGE_STAMP UINT64_C(0x${hash})\n")
