/// How pages look: one sheet for all of them, light and dark, on paper and on narrow screens.
///
/// Text and signs keep a contrast of 4.5 : 1 or more to what lies under them in both schemes, which
/// a test works out from the colours below. Sides are named by the direction of reading, so Arabic
/// needs no rules of its own.
///
/// - Note: Source – WCAG 2.2, success criterion 1.4.3; CSS Logical Properties Level 1.
enum Stylesheet {
  static let text = [colours, base, header, blocks, tables, claims, forms, drawing, print]
    .joined(separator: "\n")

  static let light = [
    "ground": "#fdfcf9", "raised": "#f3f0e8", "ink": "#1d1b18", "soft": "#5b554b",
    "rule": "#d6d0c2", "link": "#0b5394", "notice": "#fff3cd", "confirmed": "#b3400f",
    "fair": "#8a5a00", "weak": "#1c5f8c", "contested": "#8c3a73", "discounted": "#5f5f5f",
    "ungraded": "#00694d", "water": "#c9dff0", "land": "#efe9da", "band": "#b3400f",
  ]

  static let dark = [
    "ground": "#161513", "raised": "#23211e", "ink": "#eae6dd", "soft": "#b3ab9c",
    "rule": "#47423a", "link": "#8ec5ff", "notice": "#3d3311", "confirmed": "#ff8f5c",
    "fair": "#f0b440", "weak": "#7cc4f0", "contested": "#e69ccb", "discounted": "#b5b5b5",
    "ungraded": "#5fd3a8", "water": "#1f3a50", "land": "#2a2720", "band": "#ff8f5c",
  ]

  private static func properties(_ colours: [String: String]) -> String {
    colours.sorted { $0.key < $1.key }.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
  }

  private static let colours = """
    :root { color-scheme: light dark; \(properties(light)) }
    @media (prefers-color-scheme: dark) { :root { \(properties(dark)) } }
    """

  private static let base = """
    * { box-sizing: border-box; }
    html { font: 100%/1.55 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif; }
    body { margin: 0 auto; max-width: 72rem; padding: 0 1rem; background: var(--ground);
      color: var(--ink); overflow-wrap: break-word; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.2rem 0 0.8rem; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.6rem;
      border-block-end: 1px solid var(--rule); padding-block-end: 0.2rem; }
    h3 { font-size: 1.05rem; margin: 1.2rem 0 0.3rem; }
    p, dl, ul, ol { margin: 0.5rem 0; }
    main > p, main > section > p { max-width: 46rem; }
    a { color: var(--link); text-underline-offset: 0.15em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    :target { background: var(--notice); }
    code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
    pre { overflow-x: auto; line-height: 1.15; padding: 0.6rem; background: var(--raised); }
    small, .by, .tag { color: var(--soft); font-size: 0.86rem; }
    bdi[dir="ltr"] { white-space: nowrap; }
    .n { font-variant-numeric: tabular-nums; white-space: nowrap; }
    .id { white-space: nowrap; }
    .none { color: var(--soft); font-style: italic; }
    .skip { position: absolute; inset-inline-start: -100rem; }
    .skip:focus { position: static; }
    """

  private static let header = """
    header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between;
      padding: 0.8rem 0; border-block-end: 1px solid var(--rule); }
    header ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
    header li + li::before { content: "/"; margin: 0 0.5rem; color: var(--soft); }
    header li:last-child { color: var(--soft); }
    footer { margin-block: 3rem 2rem; padding-block-start: 0.8rem; font-size: 0.92rem;
      border-block-start: 1px solid var(--rule); }
    footer h2 { font-size: 1rem; border: 0; margin: 1rem 0 0.2rem; }
    footer ul { padding-inline-start: 1.2rem; }
    .version { color: var(--soft); }
    """

  private static let blocks = """
    .notice { background: var(--notice); padding: 0.5rem 0.8rem; border-radius: 0.3rem; }
    dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0 1rem;
      padding: 0.25rem 0; border-block-end: 1px solid var(--rule); }
    dt { color: var(--soft); }
    dd { margin: 0; min-width: 0; }
    .tag { margin-inline-start: 0.3rem; border: 1px solid var(--rule); border-radius: 0.8rem;
      padding: 0 0.5rem; white-space: nowrap; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
      gap: 0.8rem; padding: 0; list-style: none; }
    .cards > li { background: var(--raised); border: 1px solid var(--rule);
      border-radius: 0.4rem; padding: 0.7rem 0.9rem; }
    .cards a { font-weight: 600; }
    .cards p { margin: 0.2rem 0 0; color: var(--soft); font-size: 0.92rem; }
    .views { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; padding: 0; list-style: none; }
    .range { font-size: 1.5rem; } .range .by { font-size: 0.86rem; }
    .next { font-weight: 600; }
    details > summary { cursor: pointer; color: var(--link); margin: 0.6rem 0; }
    td details > summary { margin: 0; }
    .tree, .tree ul { padding-inline-start: 1.1rem; margin: 0; }
    @media (max-width: 34rem) { dl > div { grid-template-columns: 1fr; } }
    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 0.6rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
    th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.7rem;
      border-block-end: 1px solid var(--rule); }
    td { min-width: 5rem; max-width: 30rem; }
    thead th { background: var(--raised); white-space: nowrap; }
    tbody th { font-weight: 600; min-width: 9rem; }
    tr.total > * { border-block-start: 2px solid var(--soft); font-weight: 600; }
    """

  private static let claims = """
    .claim { border-inline-start: 3px solid var(--rule); padding: 0.2rem 0.9rem;
      margin: 1rem 0; }
    .claim.denied { border-inline-start-style: dashed; border-color: var(--soft); }
    .claim .claim { margin-inline-start: 0.6rem; }
    th small, th details { font-weight: 400; }
    th details { font-size: 0.86rem; }
    .claim h3 { margin: 0.2rem 0; font-size: 1rem; }
    .statement { margin: 0.3rem 0; font-size: 1.02rem; }
    .chain { display: flex; flex-wrap: wrap; padding: 0; list-style: none; gap: 0 0.5rem; }
    .grade { white-space: nowrap; }
    .letter { display: inline-block; min-width: 1.4em; text-align: center; font-weight: 700;
      border: 1px solid currentColor; border-radius: 0.2rem; line-height: 1.3; }
    .confirmed .letter { color: var(--confirmed); } .fair .letter { color: var(--fair); }
    .weak .letter { color: var(--weak); } .contested .letter { color: var(--contested); }
    .discounted .letter { color: var(--discounted); }
    .ungraded .letter { color: var(--ungraded); }
    .legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; padding: 0;
      list-style: none; font-size: 0.92rem; }
    """

  private static let forms = """
    form { background: var(--raised); border: 1px solid var(--rule); border-radius: 0.4rem;
      padding: 0.8rem 1rem; margin: 0.8rem 0; }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
      gap: 0.7rem 1rem; }
    form small { display: block; line-height: 1.35; }
    label { display: block; font-weight: 600; font-size: 0.92rem; }
    input, select, button { font: inherit; color: inherit; background: var(--ground);
      border: 1px solid var(--soft); border-radius: 0.3rem; padding: 0.3rem 0.5rem; }
    input, select { width: 100%; }
    ::placeholder { color: var(--soft); opacity: 1; }
    button { background: var(--link); color: var(--ground); border-color: var(--link);
      padding-inline: 1.2rem; margin-block-start: 0.8rem; cursor: pointer; }
    """

  private static let drawing = """
    figure { margin: 0.8rem 0; }
    figcaption { color: var(--soft); font-size: 0.92rem; }
    svg { display: block; width: 100%; height: auto; border: 1px solid var(--rule);
      background: var(--ground); }
    svg { direction: ltr; }
    figure img { display: block; width: 100%; height: auto; border: 1px solid var(--rule); }
    svg text { fill: var(--ink); font-size: 12px; }
    .land { fill: var(--land); stroke: var(--soft); stroke-width: 0.6; fill-opacity: 0.6; }
    .water { fill: var(--water); stroke: var(--water); }
    .stream { fill: none; stroke: var(--water); stroke-width: 6; stroke-linejoin: round; }
    .outline { fill: none; stroke: var(--soft); stroke-width: 1; }
    .focus { fill: var(--link); fill-opacity: 0.1; stroke: var(--link); stroke-width: 2; }
    .pin { fill: var(--link); stroke: var(--ground); stroke-width: 1.5; }
    .approximate { stroke-dasharray: 4 3; }
    .grid, .axis { fill: none; stroke: var(--rule); stroke-width: 1; }
    .rule { fill: none; stroke: var(--ink); stroke-width: 1.5; }
    svg .quiet { fill: var(--soft); font-size: 11px; }
    .mark .spread { fill: currentColor; fill-opacity: 0.08; stroke: currentColor;
      stroke-opacity: 0.55; stroke-width: 1; }
    .mark .wide { fill: none; }
    .mark .sign { fill: var(--ground); stroke: currentColor; stroke-width: 2; }
    .mark text { fill: currentColor; font-size: 11px; font-weight: 700; }
    .mark:hover .spread, .mark:focus .spread { fill-opacity: 0.3; }
    .mark.confirmed { color: var(--confirmed); } .mark.fair { color: var(--fair); }
    .mark.weak { color: var(--weak); } .mark.contested { color: var(--contested); }
    .mark.discounted { color: var(--discounted); } .mark.ungraded { color: var(--ungraded); }
    .band { fill: var(--band); fill-opacity: 0.22; stroke: none; }
    .edge { fill: none; stroke: var(--band); stroke-width: 2; }
    .edge.open { stroke-dasharray: 3 4; }
    """

  private static let print = """
    @media print {
      :root { \(properties(light)) }
      body { max-width: none; font-size: 10pt; }
      form, .skip, .language { display: none; }
      .scroll { overflow: visible; }
      .claim, tr, figure { break-inside: avoid; }
    }
    """
}
