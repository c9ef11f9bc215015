//! The command `hoerblatt`: raw arguments → validated plan → run.
//!
//! | question | file |
//! |---|---|
//! | what surrounds us: locale, terminal, colours? | `surroundings.rs` |
//! | which commands and options are there? | `app.rs`, one file per command in `commands/` |
//! | what was typed wrong? | `usage.rs` |
//! | what does every command get? | `context.rs` |
//! | how does it end? | `exit.rs` |
//!
//! Whatever the command line can do, an embedder can do with the crate `hoerblatt`.

mod app;
mod commands;
mod context;
mod exit;
mod man;
mod options;
mod progress;
mod surroundings;
mod usage;

use std::process::ExitCode;
use surroundings::Surroundings;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    app::run(&arguments, &Surroundings::observe()).into()
}
