package benchmarks

import (
	"fmt"
	"html"
	"io"
	"math"
	"strings"
)

// The measures of the chart, in pixels.
const (
	chartWidth  = 880
	chartMargin = 20
	labelWidth  = 150 // left of the bars
	valueWidth  = 80  // right of the longest bar, for its number
	barHeight   = 13
	barGap      = 3
	groupGap    = 14
	headHeight  = 92
	axisHeight  = 40
)

// palette colours the Pythons in their order; each reads on a white and on a dark ground.
var palette = []string{"#2f81f7", "#8b949e", "#d29922", "#a371f7", "#3fb950", "#f85149"}

const chartStyle = `<style>
text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 17px; font-weight: 600; }
.small { font-size: 11.5px; fill: #59636e; }
.mean { font-weight: 600; }
.ground { fill: #ffffff; }
.grid { stroke: #d1d9e0; stroke-width: 1; }
.one { stroke: #59636e; stroke-width: 1.5; }
.spread { stroke: #1f2328; stroke-width: 1.3; opacity: .7; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.small { fill: #9198a1; }
.ground { fill: #0d1117; }
.grid { stroke: #30363d; }
.one { stroke: #9198a1; }
.spread { stroke: #f0f6fc; }
}
</style>
`

// WriteChart draws the warm speeds against the baseline as an SVG picture: for each program, and for the geometric mean at
// the end, a bar a Python on a logarithmic axis from the line of equal speed, with the spread as a thin line on it. The
// picture follows the reader's light or dark setting.
func (r *Result) WriteChart(w io.Writer, baseline string) error {
	var shown []Python
	for _, p := range r.Pythons {
		if p.Label != baseline {
			shown = append(shown, p)
		}
	}
	ratios := r.Compare(baseline)
	low, high := 1.0, 1.0
	byName := map[[2]string]Ratio{}
	for _, x := range ratios {
		low, high = min(low, x.Warm.Min), max(high, x.Warm.Max)
		byName[[2]string{x.Program, x.Python}] = x
	}
	ticks := axis(low, high)
	low, high = ticks[0], ticks[len(ticks)-1]
	at := func(v float64) float64 {
		return labelWidth + float64(chartWidth-labelWidth-valueWidth-chartMargin)*math.Log(v/low)/math.Log(high/low)
	}
	groupHeight := len(shown)*(barHeight+barGap) + groupGap
	bottom := headHeight + (len(r.Programs)+1)*groupHeight
	height := bottom + axisHeight

	var b strings.Builder
	text := func(class string, x, y float64, anchor, s string) {
		fmt.Fprintf(&b, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", class, x, y, anchor, html.EscapeString(s))
	}
	line := func(class string, x1, y1, x2, y2 float64) {
		fmt.Fprintf(&b, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", class, x1, y1, x2, y2)
	}
	bar := func(x, y, width, height float64, colour string) {
		fmt.Fprintf(&b, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" fill=\"%s\"/>\n", x, y, width, height, colour)
	}
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n", chartWidth, height, chartWidth, height)
	b.WriteString(chartStyle)
	fmt.Fprintf(&b, "<rect class=\"ground\" width=\"%d\" height=\"%d\"/>\n", chartWidth, height)
	text("title", chartMargin, 30, "start", "Warm speed, as a multiple of "+r.versionOf(baseline))
	text("small", chartMargin, 49, "start", fmt.Sprintf("longer to the right is faster; logarithmic axis; thin lines: least to greatest of %d rounds; %s, %s",
		r.Rounds, r.System, r.Date[:min(len("2006-01-02"), len(r.Date))]))
	x := float64(chartMargin)
	for i, p := range shown {
		bar(x, 62, 11, 11, palette[i%len(palette)])
		text("small", x+16, 72, "start", p.Version)
		x += 36 + 6.5*float64(len(p.Version))
	}
	for _, tick := range ticks {
		class := "grid"
		if tick == 1 {
			class = "one"
		}
		line(class, at(tick), headHeight-6, at(tick), float64(bottom))
		text("small", at(tick), float64(bottom)+16, "middle", fmt.Sprintf("%gx", tick))
	}
	for g := range len(r.Programs) + 1 {
		program, label, class := "", "geometric mean", "mean"
		if g < len(r.Programs) {
			program, label, class = r.Programs[g], r.Programs[g], ""
		}
		top := float64(headHeight + g*groupHeight)
		text(class, labelWidth-12, top+float64(groupHeight-groupGap)/2+4, "end", label)
		for i, p := range shown {
			y := top + float64(i*(barHeight+barGap))
			ratio, ok := byName[[2]string{program, p.Label}]
			if !ok {
				text("small", at(1)+6, y+barHeight-3, "start", "failed")
				continue
			}
			from, to := at(min(1, ratio.Warm.Median)), at(max(1, ratio.Warm.Median))
			bar(from, y, max(to-from, 1), barHeight, palette[i%len(palette)])
			line("spread", at(ratio.Warm.Min), y+barHeight/2.0, at(ratio.Warm.Max), y+barHeight/2.0)
			text("small "+class, max(to, at(ratio.Warm.Max))+6, y+barHeight-2.5, "start", times(ratio.Warm.Median))
		}
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// axis returns the marks of a logarithmic axis that holds both ends and 1: powers of ten with 2 and 5 between them, and
// powers of ten alone where that would be too many.
func axis(low, high float64) []float64 {
	steps := []float64{1, 2, 5}
	if high/low > 1000 {
		steps = steps[:1]
	}
	var marks []float64
	for exponent := math.Floor(math.Log10(low)); ; exponent++ {
		for _, s := range steps {
			mark := s * math.Pow(10, exponent)
			if mark <= low {
				marks = marks[:0] // everything before the last mark at or below the low end
			}
			marks = append(marks, mark)
			if mark >= high && len(marks) > 1 {
				return marks
			}
		}
	}
}

func (r *Result) versionOf(label string) string {
	for _, p := range r.Pythons {
		if p.Label == label {
			return p.Version
		}
	}
	return label
}
