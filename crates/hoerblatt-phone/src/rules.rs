//! The rules of the telephone line; their sentences live in the door crate.

hoerblatt_core::rules! {
    /// A menu takes longer to hear than a caller can remember.
    Warning Sounds menu_too_long = "menu-too-long" { prompt, seconds, most };
    /// An event takes longer to hear than a caller can remember.
    Warning Sounds event_prompt_too_long = "event-prompt-too-long" { prompt, seconds, most };
    /// A menu has more choices than a caller can remember.
    Warning Sounds menu_too_many_choices = "menu-too-many-choices" { menu, count, most };
    /// An event needs more key presses than most callers manage.
    Warning Sounds event_too_far = "event-too-far" { event, presses, most };
    /// How long it takes to one's own district.
    Note Sounds line_reach = "line-reach" { worst, mean, district };
    /// Nobody can be reached by telephone: there is neither an office's number nor an operator's.
    Warning Missing line_without_person = "line-without-person" { };
    /// A node that no caller can reach.
    Error Wrong flow_unreachable = "flow-unreachable" { node };
    /// A node from which no way leads back to the menu, or to a person or the end.
    Error Wrong flow_no_way_back = "flow-no-way-back" { node };
    /// A caller who presses nothing goes round in circles here.
    Error Wrong flow_silent_circle = "flow-silent-circle" { node };
    /// Two nodes of one name.
    Error Wrong flow_node_twice = "flow-node-twice" { node };
    /// A node that leads to a node that does not exist, or says a prompt that does not.
    Error Wrong flow_broken_link = "flow-broken-link" { node, target };
    /// A key that means two things in one place.
    Error Wrong flow_key_twice = "flow-key-twice" { node, key };
    /// The choices of a menu leave a key out.
    Error Wrong flow_key_gap = "flow-key-gap" { node, key };
    /// A line id with other signs than a–z, 0–9 and hyphen.
    Error Wrong line_id_unsound = "line-id-unsound" { text };
    /// A dial string that could be read as something else by an exchange.
    Error Wrong dial_unsound = "dial-unsound" { text };
    /// A time zone that could be read as something else by an exchange.
    Error Wrong time_zone_unsound = "time-zone-unsound" { text };
    /// A region whose public holidays are not known.
    Warning Wrong region_unknown = "region-unknown" { text };
}
