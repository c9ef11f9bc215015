//! A finished sheet as pictures, for people who want to look before they print. Feature `preview`.

use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf, render,
    vello_cpu::color::palette::css::WHITE,
};

/// Most pixels an inch; an A4 page then takes 35 MB while it is drawn.
const FINEST: f32 = 300.0;

/// Each page as PNG data with `dpi` pixels an inch (20 to 300). Empty where the file cannot be read.
pub fn preview(bytes: &[u8], dpi: f32) -> Vec<Vec<u8>> {
    let Ok(file) = Pdf::new(bytes.to_vec()) else { return Vec::new() };
    let scale = dpi.clamp(20.0, FINEST) / 72.0;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let (cache, interpreter) = (RenderCache::new(), InterpreterSettings::default());
    let page = |page| render(page, &cache, &interpreter, &RenderSettings::default(), &settings).into_png().ok();
    file.pages().iter().filter_map(page).collect()
}
