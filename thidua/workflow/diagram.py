"""State diagrams (mermaid) from the tables, for docs/states/."""


def mermaid(workflow):
    """The table as a mermaid stateDiagram, in Vietnamese."""
    lines = [f"# {workflow.name}", "", "```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{label}" as {value}' for value, label in workflow.states.choices]
    lines.append(f"    [*] --> {workflow.initial}")
    for step in workflow.steps:
        lines += [f"    {source} --> {step.target}: {step.label}" for source in step.sources]
    lines += ["```", "", "| bước | từ | sang | quyền | cần lý do |", "|---|---|---|---|---|"]
    for step in workflow.steps:
        sources = ", ".join(str(workflow.states(source).label) for source in step.sources)
        reason = "có" if step.needs_reason else ""
        lines.append(
            f"| {step.label} | {sources} | {workflow.states(step.target).label} | `{step.permission}` | {reason} |"
        )
    return "\n".join(lines) + "\n"
