//! How far the work is: one line on a terminal, for work that takes over a second, never for a screen reader.

use hoerblatt::{Tongue, publish::Progress};
use std::{
    io::{Write, stderr},
    sync::Mutex,
    time::{Duration, Instant},
};

const QUIET_FOR: Duration = Duration::from_secs(1);
const BETWEEN: Duration = Duration::from_millis(100);

/// A line that is overwritten as the work goes on.
#[derive(Debug)]
pub(crate) struct Line {
    shown: bool,
    tongue: Tongue,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    began: Instant,
    last: Instant,
    drawn: usize,
}

impl Line {
    /// A line that shows itself only where `may_show`.
    #[expect(clippy::disallowed_methods, reason = "how long the work still takes is not part of any output")]
    pub(crate) fn new(may_show: bool, tongue: Tongue) -> Self {
        let now = Instant::now();
        Self { shown: may_show, tongue, state: Mutex::new(State { began: now, last: now, drawn: 0 }) }
    }
}

impl Progress for Line {
    #[expect(clippy::disallowed_methods, reason = "how long the work still takes is not part of any output")]
    fn step(&self, done: usize, total: usize) {
        if !self.shown || total == 0 {
            return;
        }
        let mut state = self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let now = Instant::now();
        let since = now - state.began;
        if since < QUIET_FOR || now - state.last < BETWEEN {
            return;
        }
        state.last = now;
        let left = since.as_secs_f64() / done.max(1) as f64 * total.saturating_sub(done) as f64;
        let line = self.tongue.of(
            format!("{done} von {total} fertig, noch etwa {left:.0} s"),
            format!("{done} of {total} done, about {left:.0} s left"),
        );
        let blank = state.drawn.saturating_sub(line.chars().count());
        let _ = write!(stderr(), "\r{line}{}", " ".repeat(blank));
        state.drawn = line.chars().count();
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner());
        if state.drawn > 0 {
            let _ = write!(stderr(), "\r{}\r", " ".repeat(state.drawn));
        }
    }
}
