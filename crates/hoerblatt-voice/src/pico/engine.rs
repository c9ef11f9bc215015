//! Pico itself: the one file that calls C.
#![expect(unsafe_code, reason = "SVOX Pico is a C library")]

use std::{
    alloc::{Layout, alloc_zeroed, dealloc},
    ffi::CString,
    ptr,
};
use ttspico_sys as c;

/// What one voice needs: 1.1 MB of data and the working memory of its 12 stages (1.2 MB, measured); a larger arena costs time in
/// [`Engine::rewind`].
const MEMORY: usize = 2_600_000;

/// A Pico system with one voice, in an arena of its own.
#[derive(Debug)]
pub(super) struct Engine {
    /// The arena; everything that Pico keeps is in it.
    memory: *mut u8,
    /// The arena as it was when the engine had said nothing yet.
    fresh: Vec<u8>,
    system: c::pico_System,
    engine: c::pico_Engine,
}

/// At the alignment of C's `malloc`.
fn layout() -> Option<Layout> {
    Layout::from_size_align(MEMORY, 16).ok()
}

impl Engine {
    /// A new engine with the data in the given files, which Pico has read and closed when this returns.
    pub(super) fn new(data: &[&str]) -> Result<Self, String> {
        let layout = layout().ok_or("no memory")?;
        // SAFETY: the layout is not empty.
        let memory = unsafe { alloc_zeroed(layout) };
        if memory.is_null() {
            return Err("no memory".to_owned());
        }
        let mut this = Self { memory, fresh: Vec::new(), system: ptr::null_mut(), engine: ptr::null_mut() };
        // SAFETY: `memory` is `MEMORY` bytes long and lives until `drop`, which ends the system first.
        let status = unsafe { c::pico_initialize(memory.cast(), MEMORY as c::pico_Uint32, &raw mut this.system) };
        this.check(status)?;
        this.load(data)?;
        // SAFETY: the arena is initialised (zeroed above) and nobody else writes to it: Pico works only inside its calls.
        this.fresh = unsafe { std::slice::from_raw_parts(memory, MEMORY) }.to_vec();
        Ok(this)
    }

    fn load(&mut self, data: &[&str]) -> Result<(), String> {
        let voice = c"voice".as_ptr().cast::<c::pico_Char>();
        // SAFETY: `system` is initialised; the name is a C string that Pico copies.
        self.check(unsafe { c::pico_createVoiceDefinition(self.system, voice) })?;
        for path in data {
            let path = CString::new(*path).map_err(|error| error.to_string())?;
            let mut resource = ptr::null_mut();
            // SAFETY: `system` is initialised; the path is a C string.
            self.check(unsafe { c::pico_loadResource(self.system, path.as_ptr().cast(), &raw mut resource) })?;
            let mut name: c::pico_Retstring = [0; 200];
            // SAFETY: Pico writes at most `PICO_RETSTRINGSIZE` = 200 bytes, ended by zero.
            self.check(unsafe { c::pico_getResourceName(self.system, resource, name.as_mut_ptr()) })?;
            // SAFETY: both names are C strings; the voice was defined above.
            self.check(unsafe { c::pico_addResourceToVoiceDefinition(self.system, voice, name.as_ptr().cast()) })?;
        }
        // SAFETY: the voice has both its resources, text analysis and signal generation; an engine without them would crash.
        let status = unsafe { c::pico_newEngine(self.system, voice, &raw mut self.engine) };
        self.check(status)
    }

    /// Puts the arena back as it was before the first word; 0.2 ms.
    fn rewind(&mut self) {
        // SAFETY: both are `MEMORY` bytes and apart. Pico keeps nothing outside the arena ("no additional memory will be allocated",
        // picoapi.h; its files are closed after loading), and all its pointers lead into the arena, which has not moved.
        unsafe { ptr::copy_nonoverlapping(self.fresh.as_ptr(), self.memory, MEMORY) }
    }

    /// The samples of a marked-up text.
    pub(super) fn speak(&mut self, text: &str) -> Result<Vec<i16>, String> {
        self.rewind();
        let mut samples = Vec::with_capacity(text.len() * 1200);
        // The zero at the end tells Pico that nothing more comes.
        let bytes = [text.as_bytes(), &[0]].concat();
        let mut rest = &bytes[..];
        loop {
            let taken = self.put(rest)?;
            rest = &rest[taken..];
            let before = samples.len();
            while self.fetch(&mut samples)? == c::PICO_STEP_BUSY {}
            if rest.is_empty() {
                return Ok(samples);
            }
            if taken == 0 && samples.len() == before {
                return Err("takes no more text".to_owned());
            }
        }
    }

    /// Hands text over; how many bytes were taken.
    fn put(&mut self, text: &[u8]) -> Result<usize, String> {
        let offered = c::pico_Int16::try_from(text.len()).unwrap_or(c::pico_Int16::MAX);
        let mut taken = 0;
        // SAFETY: `engine` is alive, `text` holds at least `offered` bytes.
        self.check(unsafe { c::pico_putTextUtf8(self.engine, text.as_ptr(), offered, &raw mut taken) })?;
        Ok(usize::try_from(taken).unwrap_or(0))
    }

    /// Takes the next samples; whether more may come.
    fn fetch(&mut self, samples: &mut Vec<i16>) -> Result<c::pico_Status, String> {
        let mut buffer = [0_i16; 4096];
        let size = c::pico_Int16::try_from(size_of_val(&buffer)).unwrap_or(c::pico_Int16::MAX);
        let (mut bytes, mut kind) = (0, 0);
        // SAFETY: `engine` is alive; the buffer is `size` bytes long and aligned for samples.
        let step =
            unsafe { c::pico_getData(self.engine, buffer.as_mut_ptr().cast(), size, &raw mut bytes, &raw mut kind) };
        let count = usize::try_from(bytes).unwrap_or(0) / size_of::<i16>();
        samples.extend_from_slice(&buffer[..count]);
        if step == c::PICO_STEP_BUSY || step == c::PICO_STEP_IDLE { Ok(step) } else { Err(self.message(step)) }
    }

    fn check(&self, status: c::pico_Status) -> Result<(), String> {
        if status == c::PICO_OK { Ok(()) } else { Err(self.message(status)) }
    }

    /// What Pico says about a status.
    fn message(&self, status: c::pico_Status) -> String {
        if self.system.is_null() {
            return format!("status {status}");
        }
        let mut text: c::pico_Retstring = [0; 200];
        // SAFETY: `system` is alive; Pico writes at most 200 bytes, ended by zero.
        unsafe { c::pico_getSystemStatusMessage(self.system, status, text.as_mut_ptr()) };
        let bytes: Vec<u8> = text.iter().take_while(|c| **c != 0).map(|c| c.to_ne_bytes()[0]).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if !self.system.is_null() {
            // SAFETY: `system` was initialised in this arena; ending it ends its engine, voice and resources.
            unsafe { c::pico_terminate(&raw mut self.system) };
        }
        if let Some(layout) = layout() {
            // SAFETY: allocated with the same layout; nothing points into it any more.
            unsafe { dealloc(self.memory, layout) };
        }
    }
}
