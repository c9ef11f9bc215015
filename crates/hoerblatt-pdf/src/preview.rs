//! A finished sheet as pictures, for people who want to look before they print. Feature `preview`.

use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf, render,
    vello_cpu::color::palette::css::WHITE,
};

/// Fewest pixels an inch; letters are then grey bands, and the layout can still be seen.
const COARSEST: f32 = 20.0;
/// Most pixels an inch; an A4 page then takes 35 MB while it is drawn.
const FINEST: f32 = 300.0;

/// Each page as PNG data with `dpi` pixels an inch (20 to 300), drawn when it is asked for, or why it cannot be drawn. Nothing where the file
/// cannot be read.
pub fn preview(bytes: &[u8], dpi: f32) -> impl Iterator<Item = Result<Vec<u8>, String>> {
    let file = Pdf::new(bytes.to_vec()).ok();
    let count = file.as_ref().map_or(0, |file| file.pages().len());
    let scale = if dpi.is_nan() { 1.0 } else { dpi.clamp(COARSEST, FINEST) / 72.0 };
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let interpreter = InterpreterSettings::default();
    (0..count).filter_map(move |at| {
        let cache = RenderCache::new();
        let pages = file.as_ref()?.pages();
        let picture = render(pages.get(at)?, &cache, &interpreter, &RenderSettings::default(), &settings).into_png();
        Some(picture.map_err(|error| error.to_string()))
    })
}
