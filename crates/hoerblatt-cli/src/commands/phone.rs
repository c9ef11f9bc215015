//! `phone DIR --target asterisk --out OUT`: the telephone line for one exchange, prompts included.

use super::publish::{PATIENCE, finish, out_option};
use crate::{context::Context, exit::Exit, progress::Line};
use clap::{ArgMatches, Command};
use hoerblatt::{
    PublishOptions, Tongue,
    publish::{self, Output, line::Target},
};
use std::path::{Path, PathBuf};

pub(crate) fn command(command: Command, tongue: Tongue) -> Command {
    command
        .about(tongue.of(
            "Macht die Telefonansage für eine Telefonanlage, mit allen Ansagen.",
            "Makes the telephone line for an exchange, with all its prompts.",
        ))
        .override_usage(tongue.of("hoerblatt phone ORDNER --target ANLAGE --out ZIEL [OPTIONEN]", "hoerblatt phone DIR --target EXCHANGE --out OUT [OPTIONS]"))
        .arg(super::folder(tongue))
        .arg(out_option(tongue))
        .arg(
            super::option(
                "target",
                tongue.of("ANLAGE", "EXCHANGE"),
                tongue.of("asterisk (auch FreePBX) oder json (für andere Anlagen)", "asterisk (FreePBX, too) or json (for other exchanges)"),
                tongue,
            )
            .value_parser(Target::ALL.map(Target::word))
            .default_value(Target::Asterisk.word())
            .hide_default_value(true),
        )
        .arg(super::today_option(tongue))
        .after_help(tongue.of(
            "Beispiel:\n  hoerblatt phone data/dortmund-2022 --target asterisk --out fertig\n\nWas die Telefonanlage braucht, steht danach in fertig/phone/asterisk/README.md.",
            "Example:\n  hoerblatt phone data/dortmund-2022 --target asterisk --out out\n\nWhat the exchange needs is then told by out/phone/asterisk/README.md.",
        ))
}

pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Exit {
    let project = super::read(matches);
    let out = super::path(matches, "out").map_or(Path::new("out"), PathBuf::as_path);
    let target = Target::ALL.into_iter().find(|target| Some(target.word()) == super::text(matches, "target"));
    let options = PublishOptions {
        only: [Output::Phone, Output::Audio].into(),
        targets: target.into_iter().collect(),
        today: super::today(matches),
        cache: context.cache.clone(),
        patience: PATIENCE,
        ..PublishOptions::default()
    };
    let progress = Line::new(context.may_show_progress, context.tongue);
    let outcome = publish::publish(&project, out, &options, &progress);
    drop(progress);
    finish(context, &project.sources, &outcome, out)
}
