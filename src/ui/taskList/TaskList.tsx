import type { Child } from 'hono/jsx';
import { Tag } from '#ui/tag/Tag.tsx';
import type { TagTone } from '#ui/tag/Tag.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type TaskState = 'done' | 'started' | 'todo' | 'blocked';

export type Task = {
  readonly label: string;
  readonly state: TaskState;
  readonly href?: string | undefined;
  readonly hint?: Child;
  /** Other words for the state than the usual. */
  readonly stateLabel?: string | undefined;
};

const tones: Readonly<Record<TaskState, TagTone>> = { done: 'success', started: 'info', todo: 'accent', blocked: 'neutral' };

/** What is to be done, in any order, with the state of each. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const t = useTexts();
  const words: Readonly<Record<TaskState, string>> = { done: t.taskDone, started: t.taskStarted, todo: t.taskTodo, blocked: t.taskBlocked };
  return (
    <ul class="ok-tasks">
      {tasks.map((task) => (
        <li class="ok-task">
          <div class="ok-task-name">
            {task.href && task.state !== 'blocked' ? (
              <a class="ds-link ok-task-link" href={task.href}>
                {task.label}
              </a>
            ) : (
              <span>{task.label}</span>
            )}
            {task.hint ? <div class="ok-muted ok-small">{task.hint}</div> : null}
          </div>
          <Tag tone={tones[task.state]}>{task.stateLabel ?? words[task.state]}</Tag>
        </li>
      ))}
    </ul>
  );
}
