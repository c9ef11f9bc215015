//! G.722 at 64 kbit/s: speech up to 7 kHz in the room of a telephone line.
//!
//! After ITU-T G.722 (09/2012), whose block names stand in the comments: two bands by a quadrature mirror filter, each coded by
//! adaptive differences, 6 bits below 4 kHz and 2 bits above. One byte holds two samples of 16 kHz.

/// The encoder; it carries its state from sample to sample, so there is one for each file.
#[derive(Debug, Clone)]
pub(crate) struct G722 {
    history: [i32; 24],
    low: Band,
    high: Band,
}

impl Default for G722 {
    fn default() -> Self {
        Self { history: [0; 24], low: Band::starting_at(32), high: Band::starting_at(8) }
    }
}

/// Impulse response of the mirror filter (table 11).
const MIRROR: [i32; 24] = [
    3, -11, -11, 53, 12, -156, 32, 362, -210, -805, 951, 3876, 3876, 951, -805, -210, 362, 32, -156, 12, 53, -11, -11,
    3,
];
/// Decision levels of the lower quantiser (table 14).
const LEVELS: [i32; 29] = [
    35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219, 1339,
    1458, 1612, 1765, 1980, 2195, 2557, 2919,
];
/// What the four upper bits of a lower code stand for (table 18).
const LOW_OUTPUT: [i32; 16] =
    [0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0];
/// By how much a lower code widens or narrows the next step (tables 19, 20).
const LOW_STEP: [i32; 16] = [-60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60];
/// What an upper code stands for (table 22).
const HIGH_OUTPUT: [i32; 4] = [-7408, -1616, 7408, 1616];
/// By how much an upper code widens or narrows the next step (tables 23, 24).
const HIGH_STEP: [i32; 4] = [798, -214, 798, -214];
/// Powers of two in 32 steps (table 21).
const POWERS: [i32; 32] = [
    2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960, 3025,
    3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008,
];

impl G722 {
    /// Codes samples of 16 kHz; a single last one is dropped.
    pub(crate) fn encode(&mut self, samples: &[i16]) -> Vec<u8> {
        samples.chunks_exact(2).map(|pair| self.pair(i32::from(pair[0]), i32::from(pair[1]))).collect()
    }

    fn pair(&mut self, first: i32, second: i32) -> u8 {
        self.history.copy_within(2.., 0);
        self.history[22..].copy_from_slice(&[first, second]);
        let weighted =
            |start: usize| -> i32 { (start..24).step_by(2).map(|place| self.history[place] * MIRROR[place]).sum() };
        let (even, odd) = (weighted(0), weighted(1));
        let low = self.low.code_low((odd + even) >> 14);
        let high = self.high.code_high((odd - even) >> 14);
        high << 6 | low
    }
}

/// The adaptive coder of one band.
#[derive(Debug, Clone)]
struct Band {
    /// Prediction of the next sample (S), and its part from the zeros (SZ).
    predicted: i32,
    from_zeros: i32,
    /// Reconstructed signal (RLT), partial signal (PLT) and differences (DLT), the newest first.
    signal: [i32; 2],
    partial: [i32; 2],
    differences: [i32; 6],
    /// Coefficients of the two poles (AL) and six zeros (BL).
    poles: [i32; 2],
    zeros: [i32; 6],
    /// Logarithm of the step (NB), and the step (DET).
    log_step: i32,
    step: i32,
}

impl Band {
    fn starting_at(step: i32) -> Self {
        Self {
            predicted: 0,
            from_zeros: 0,
            signal: [0; 2],
            partial: [0; 2],
            differences: [0; 6],
            poles: [0; 2],
            zeros: [0; 6],
            log_step: 0,
            step,
        }
    }

    fn code_low(&mut self, sample: i32) -> u8 {
        // SUBTRA, QUANTL
        let error = saturate(sample - self.predicted);
        let magnitude = if error >= 0 { error } else { -(error + 1) };
        let passed = LEVELS.iter().take_while(|level| magnitude >= (**level * self.step) >> 12).count() as u8;
        let code = match (error < 0, passed) {
            (true, 0) => 63,
            (true, 1) => 62,
            (true, passed) => 33 - passed,
            (false, passed) => 61 - passed,
        };
        // INVQAL, LOGSCL, SCALEL
        let inverse = usize::from(code >> 2);
        let difference = (self.step * LOW_OUTPUT[inverse]) >> 15;
        self.adapt_step(LOW_STEP[inverse], 18_432, 8);
        self.adapt_prediction(difference);
        code
    }

    fn code_high(&mut self, sample: i32) -> u8 {
        // SUBTRA, QUANTH
        let error = saturate(sample - self.predicted);
        let magnitude = if error >= 0 { error } else { -(error + 1) };
        let far = magnitude >= (564 * self.step) >> 12;
        let code: u8 = match (error < 0, far) {
            (true, false) => 1,
            (true, true) => 0,
            (false, false) => 3,
            (false, true) => 2,
        };
        // INVQAH, LOGSCH, SCALEH
        let difference = (self.step * HIGH_OUTPUT[usize::from(code)]) >> 15;
        self.adapt_step(HIGH_STEP[usize::from(code)], 22_528, 10);
        self.adapt_prediction(difference);
        code
    }

    fn adapt_step(&mut self, change: i32, most: i32, shift: i32) {
        self.log_step = (((self.log_step * 127) >> 7) + change).clamp(0, most);
        let power = POWERS[(self.log_step >> 6 & 31) as usize];
        let right = shift - (self.log_step >> 11);
        self.step = if right < 0 { power << -right } else { power >> right } << 2;
    }

    /// BLOCK4: from the quantised difference to the prediction of the next sample.
    fn adapt_prediction(&mut self, difference: i32) {
        // RECONS, PARREC
        let signal = saturate(self.predicted + difference);
        let partial = saturate(self.from_zeros + difference);
        self.adapt_poles(partial);
        self.adapt_zeros(difference);
        // DELAYA
        self.signal = [signal, self.signal[0]];
        self.partial = [partial, self.partial[0]];
        self.differences.copy_within(..5, 1);
        self.differences[0] = difference;
        // FILTEP, FILTEZ, PREDIC
        let product = |coefficient: i32, value: i32| (coefficient * saturate(2 * value)) >> 15;
        let from_poles = saturate(product(self.poles[0], self.signal[0]) + product(self.poles[1], self.signal[1]));
        let each = self.zeros.iter().zip(&self.differences);
        self.from_zeros = saturate(each.map(|(zero, difference)| product(*zero, *difference)).sum());
        self.predicted = saturate(from_poles + self.from_zeros);
    }

    /// UPPOL2, UPPOL1
    fn adapt_poles(&mut self, partial: i32) {
        let same = |other: i32| (partial < 0) == (other < 0);
        let quadrupled = saturate(4 * self.poles[0]);
        let against = if same(self.partial[0]) { (-quadrupled).min(32_767) } else { quadrupled };
        let second = (against >> 7) + if same(self.partial[1]) { 128 } else { -128 };
        let second = (second + ((self.poles[1] * 32_512) >> 15)).clamp(-12_288, 12_288);
        let drift = if same(self.partial[0]) { 192 } else { -192 };
        let limit = saturate(15_360 - second);
        let first = saturate(drift + ((self.poles[0] * 32_640) >> 15)).clamp(-limit, limit);
        self.poles = [first, second];
    }

    /// UPZERO
    fn adapt_zeros(&mut self, difference: i32) {
        let pull = if difference == 0 { 0 } else { 128 };
        for (zero, before) in self.zeros.iter_mut().zip(&self.differences) {
            let drift = if (difference < 0) == (*before < 0) { pull } else { -pull };
            *zero = saturate(drift + ((*zero * 32_640) >> 15));
        }
    }
}

fn saturate(value: i32) -> i32 {
    value.clamp(-32_768, 32_767)
}
