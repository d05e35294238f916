// Starts the program of the manual that is named: `programs LIST NAME`. LIST has a name and a symbol
// on each line; each symbol is a whole program's `main`, linked in beside this one.

import Foundation

let words = CommandLine.arguments
let list = try String(contentsOfFile: words[1], encoding: .utf8)
let entries = list.split(separator: "\n").map { $0.split(separator: " ") }
guard let entry = entries.first(where: { $0[0] == words[2] }),
    let main = dlsym(dlopen(nil, RTLD_NOW), String(entry[1]))
else {
    fatalError("there is no program called \(words[2])")
}
typealias Main = @convention(c) (CInt, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt
exit(unsafeBitCast(main, to: Main.self)(CommandLine.argc, CommandLine.unsafeArgv))
