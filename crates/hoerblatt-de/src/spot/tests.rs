use super::spot;
use hoerblatt_core::{Value, language::Bound};

/// What was found, short: dates as `Y-M-D`, ranges with `..`, weekdays behind.
fn found(text: &str) -> String {
    let date = |d: &hoerblatt_core::Date| {
        let year = d.year.map_or(String::new(), |y| format!("{y}-"));
        let weekday = d.weekday.map_or(String::new(), |w| format!(" {w}"));
        format!("{year}{}-{}{weekday}", d.month, d.day)
    };
    let one = |spot: hoerblatt_core::language::Spot| {
        let value = match &spot.value {
            Value::Date(d) => date(d),
            Value::Dates(a, b) => format!("{}..{}", date(a), date(b)),
            Value::Time(t) => t.format("%H:%M").to_string(),
            Value::Times(a, b) => format!("{}..{}", a.format("%H:%M"), b.format("%H:%M")),
            other => format!("{other:?}"),
        };
        let bound = if spot.bound == Bound::On { String::new() } else { format!(" {:?}", spot.bound) };
        format!("[{}]{value}{bound}", &text[spot.range.clone()])
    };
    spot(text).into_iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn dates_and_times_as_offices_type_them() {
    for (text, expected) in [
        ("11. Mai Aplerbeck", "[11. Mai]5-11"),
        ("am Mittwoch, den 11. Mai 2022, ab", "[am Mittwoch, den 11. Mai 2022]2022-5-11 Wed"),
        ("Mi., 11.05.22: X", "[Mi., 11.05.22]2022-5-11 Wed"),
        ("Sonnabend, den 3.Mai", "[Sonnabend, den 3.Mai]5-3 Sat"),
        ("2022-05-11", "[2022-05-11]2022-5-11"),
        ("11/05/2022", "[11/05/2022]2022-5-11"),
        ("8.–14. Oktober", "[8.–14. Oktober]10-8..10-14"),
        ("8-14. Oktober", "[8-14. Oktober]10-8..10-14"),
        ("vom 28. April bis 3. Mai 2023", "[vom 28. April bis 3. Mai 2023]2023-4-28..2023-5-3"),
        ("Montag, 20. Mai, bis Freitag, 24. Mai", "[Montag, 20. Mai, bis Freitag, 24. Mai]5-20 Mon..5-24"),
        ("28.12.-3.1.2024", "[28.12.-3.1.2024]2023-12-28..2024-1-3"),
        ("11.05-13.05.2022", "[11.05-13.05.2022]2022-5-11..2022-5-13"),
        ("7. + 8. September", "[7.]9-7; [8. September]9-8"),
        ("17./18. März", "[17./18. März]3-17..3-18"),
        ("3./10./17. Mai", "[3.]5-3; [10.]5-10; [17. Mai]5-17"),
        ("7. und 14. Mai, jeweils", "[7.]5-7; [14. Mai]5-14"),
        ("3.5., 10.5. und 17.5.2023", "[3.5.]2023-5-3; [10.5.]2023-5-10; [17.5.2023]2023-5-17"),
        ("Sa, 3. und So, 4. Mai", "[Sa, 3.]5-3 Sat; [4. Mai]5-4"),
        ("Mai 2919", "[Mai 2919]Month { month: 5, year: Some(2919) }"),
        ("3. Mai 2919", "[3. Mai 2919]2919-5-3"),
        ("31. Februar", "[31. Februar]2-31"),
        ("bis zum 3. Mai", "[bis zum 3. Mai]5-3 Until"),
        ("statt am 5. Mai am 12. Mai", "[statt am 5. Mai]5-5 Former; [am 12. Mai]5-12"),
        ("ab 21.00Uhr", "[ab 21.00Uhr]21:00 From"),
        ("10:30h", "[10:30h]10:30"),
        ("gegen 18.45 Uhr", "[gegen 18.45 Uhr]18:45"),
        ("von 15 bis 17 Uhr", "[von 15 bis 17 Uhr]15:00..17:00"),
        ("15:00–17:30", "[15:00–17:30]15:00..17:30"),
        ("14.00 - 16.00", "[14.00 - 16.00]14:00..16:00"),
        ("15-17", ""),
        ("um 11 und 15 Uhr", "[um 11]11:00; [15 Uhr]15:00"),
        ("Fr, 11.05, 15 Uhr", "[Fr, 11.05]5-11 Fri; [15 Uhr]15:00"),
        ("11.05.2022 15:00:00", "[11.05.2022]2022-5-11; [15:00:00]15:00"),
        ("30. Juli, 14 Uhr – 2 Euro", "[30. Juli]7-30; [14 Uhr]14:00"),
        ("30. Juli, 14 Uhr – 16", "[30. Juli]7-30; [14 Uhr – 16]14:00..16:00"),
        ("12. Mai (bisher 28. April)", "[12. Mai]5-12; [bisher 28. April]4-28 Former"),
        ("20 Uhr bis 24 Uhr", "[20 Uhr bis 24 Uhr]20:00..00:00"),
        ("3. Mai 15 Uhr", "[3. Mai]5-3; [15 Uhr]15:00"),
        ("Fällt aus: Chor", "[Fällt aus]Notice(Cancelled)"),
        ("Die Wanderung fällt bei Regen aus. Der Tanz fällt nicht aus.", ""),
        ("Der Abend fällt wegen Krankheit leider aus.", "[fällt]Notice(Cancelled)"),
        ("20 Uhr. Bei bedecktem Himmel entfällt der Abend.", "[20 Uhr]20:00"),
        ("Die Wahl fällt auf diesen Tag", ""),
        ("Fr / 16.04.27 / 20.00 h / Mühle", "[Fr / 16.04.27]2027-4-16 Fri; [20.00 h]20:00"),
        ("ABGESAGT", "[ABGESAGT]Notice(Cancelled)"),
        ("montags bis freitags", "[montags bis freitags]Weekdays(Mon, Fri)"),
        ("99 und 1 Luftballon, 15+1 Jahre, 5.50 €, Raum 3.14, 0231 50-11222", ""),
        ("Die 3. Gruppe und 16 Jahre", ""),
        ("20. Mai Scharnhorst", "[20. Mai]5-20"),
        ("den 2. 5. 2022", "[den 2. 5. 2022]2022-5-2"),
        ("11. Mai '22", "[11. Mai '22]2022-5-11"),
        ("Samstag 14.5. um 10 Uhr", "[Samstag 14.5.]5-14 Sat; [um 10 Uhr]10:00"),
        ("14. Sept. 2023", "[14. Sept. 2023]2023-9-14"),
        ("4. 2. Februar, 14 Uhr", "[2. Februar]2-2; [14 Uhr]14:00"),
        ("Straße des 18. Oktober 42", ""),
        ("Do. 05.09. | 18:00", "[Do. 05.09.]9-5 Thu; [18:00]18:00"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn any_text_is_survived() {
    for text in
        ["", "1", "11.", "11. ", "1.1.1.1.1.", "99999999999999999999.1.", "Mi", "٣. Mai", "11.\u{a0}Mai", ".-.,/"]
    {
        let _ = spot(text);
    }
}
