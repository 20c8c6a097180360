"""How far a task is; which tasks go on into another year."""

from django import forms

from thidua.web.widgets import DateInput

from ..enums import TaskState
from ..models import Campaign, ProgrammeTask
from .rows import RowFormSet


class TaskStateForm(forms.ModelForm):
    done_on = forms.DateField(label="Hoàn thành ngày", required=False, widget=DateInput())
    revision = forms.IntegerField(widget=forms.HiddenInput, localize=False)

    class Meta:
        model = ProgrammeTask
        fields = ["state", "done_on", "result"]
        widgets = {"result": forms.Textarea(attrs={"rows": 3})}

    def _post_clean(self):
        """The action checks and fills in what belongs together; the row itself is not touched here."""

    def clean_state(self):
        return TaskState(self.cleaned_data["state"])


class TaskFormSet(RowFormSet):
    """A task that was done is part of the record: it stays although the plan is written anew."""

    def clean(self):
        super().clean()
        done = [form.instance for form in self.deleted_forms if form.instance.state == TaskState.DONE]
        if done:
            raise forms.ValidationError(f"Nhiệm vụ «{done[0]}» đã hoàn thành nên không bỏ được.")


class CarryOverForm(forms.Form):
    """Into which plan, and which tasks: open ones are chosen beforehand."""

    target = forms.ModelChoiceField(Campaign.objects.none(), label="Chuyển sang kế hoạch")
    tasks = forms.ModelMultipleChoiceField(
        ProgrammeTask.objects.none(), label="Nhiệm vụ", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, campaign, **kwargs):
        super().__init__(*args, **kwargs)
        later = Campaign.objects.filter(year__gt=campaign.year).exclude(state="closed").order_by("year", "id")
        self.fields["target"].queryset = later
        self.fields["tasks"].queryset = campaign.tasks.all()
        self.fields["tasks"].initial = [task.pk for task in campaign.tasks.all() if task.is_open]
