//! Runs a program with a time limit, and leaves nothing of it behind.

use std::{
    io::{ErrorKind, Read, Write},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

/// More than this is no speech: 20 minutes of 48 kHz.
const MOST_BYTES: u64 = 120_000_000;
/// The first line of an error message is at most this long.
const MOST_MESSAGE: usize = 300;

/// How a program ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// With exit code 0.
    Well {
        /// What it wrote to standard output.
        output: Vec<u8>,
    },
    /// With another exit code, or by a signal.
    Badly {
        /// The code, or the signal's number with a sign.
        status: String,
        /// The first line of its error output.
        message: String,
    },
    /// Not within its time.
    Late,
    /// There is no such program.
    NotFound,
    /// It could not be started.
    NotStarted {
        /// What the system says.
        reason: String,
    },
}

/// Runs a program, hands it `input`, and waits at most `seconds`.
///
/// It leads a process group of its own; when it has ended, well or not, whatever it started and left running is stopped too.
pub(super) fn run(program: &str, arguments: &[String], input: &str, seconds: u32) -> Ended {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that starts programs")]
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ended::NotFound,
        Err(error) => return Ended::NotStarted { reason: error.to_string() },
    };
    let group = Group::of(&child);
    let output = read_to_end(child.stdout.take());
    let errors = read_to_end(child.stderr.take());
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.as_bytes().to_vec();
        // A program that does not read its input must not stop us; it may also close it, which is no fault.
        thread::spawn(move || drop(stdin.write_all(&input)));
    }
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || drop(sender.send(child.wait())));
    let status = ended.recv_timeout(Duration::from_secs(u64::from(seconds)));
    group.stop();
    match status {
        Ok(Ok(status)) if status.success() => Ended::Well { output: output.recv().unwrap_or_default() },
        Ok(Ok(status)) => {
            Ended::Badly { status: describe(status), message: first_line(&errors.recv().unwrap_or_default()) }
        }
        Ok(Err(error)) => Ended::NotStarted { reason: error.to_string() },
        Err(_) => Ended::Late,
    }
}

/// Reads a pipe on a thread of its own, so that a full one never stops the program.
fn read_to_end(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            // What was read before a fault is still worth showing.
            let _ = pipe.take(MOST_BYTES).read_to_end(&mut bytes);
        }
        drop(sender.send(bytes));
    });
    receiver
}

fn describe(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("-{signal}");
    }
    status.code().map_or_else(String::new, |code| code.to_string())
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
    line.chars().filter(|c| !c.is_control()).take(MOST_MESSAGE).collect()
}

/// A program with everything it started.
struct Group {
    #[cfg(unix)]
    leader: Option<rustix::process::Pid>,
}

impl Group {
    #[cfg(unix)]
    fn of(child: &Child) -> Self {
        Self { leader: Some(rustix::process::Pid::from_child(child)) }
    }

    /// Stops all that is left of it; nothing is left of most.
    #[cfg(unix)]
    fn stop(self) {
        if let Some(leader) = self.leader {
            let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
        }
    }

    #[cfg(not(unix))]
    fn of(_: &Child) -> Self {
        Self {}
    }

    #[cfg(not(unix))]
    fn stop(self) {}
}
