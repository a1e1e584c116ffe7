/** Steps in their order. The number is drawn beside the text, so that a person can find their place again. */
export function StepList({ steps }: { steps: readonly string[] }) {
  return <ol class="steps">{steps.map((step) => <li key={step}>{step}</li>)}</ol>;
}
