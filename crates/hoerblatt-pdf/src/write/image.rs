//! A picture as an image XObject.

use super::file::{File, Ref};
use crate::picture::{Picture, PictureData};

pub(crate) fn write(picture: &Picture, file: &mut File) -> Ref {
    let space = if picture.grey { "/DeviceGray" } else { "/DeviceRGB" };
    let entries = format!(
        "/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace{space}",
        picture.width, picture.height
    );
    match &picture.data {
        PictureData::Jpeg(bytes) => file.add_stream(entries + "/Filter/DCTDecode", bytes.clone(), false),
        PictureData::Samples(bytes) => file.add_stream(entries, bytes.clone(), true),
    }
}
