/** KPI strip, drawer, definition popover. */
export default {} as const;
